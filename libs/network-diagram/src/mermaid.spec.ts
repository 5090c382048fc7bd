import {
  exampleConnectionView,
  exampleDirectView,
  exampleDoorView,
  exampleTenantView,
  exampleView,
  without,
} from './example-view';
import { renderMermaid } from './mermaid';

describe('renderMermaid', () => {
  it('draws every hop of a tenant with what is open between them', () => {
    expect(renderMermaid(exampleView())).toBe(`\
flowchart LR
  d0c["Clients on the internet"]
  subgraph d0a["Central internet account 111111111111, internet VPC main"]
    d0z0["Route 53 zone example.com"]
    d0w0["WAF acme-waf<br/>CommonRuleSet"]
    subgraph d0v["VPC acme-main-vpc, 10.12.0.0/16"]
      d0alb["ALB acme-alb<br/>HTTPS 443: answers 404 to any other host<br/>HTTP 80: redirects to HTTPS 443<br/>certificate *.example.com"]
      d0r0["Listener rule 21<br/>payments.example.com<br/>acme-payments: HTTPS 443"]
      d0e0["Interface endpoint acme-payments<br/>ENI in euc1-az1, 10.12.0.0/21<br/>ENI in euc1-az2, 10.12.8.0/21"]
    end
  end
  subgraph d0t0a["Tenant payments, account 222222222222"]
    d0t0s["Endpoint service acme-payments-service<br/>for arn:aws:iam::111111111111:role/connect"]
    subgraph d0t0v["VPC acme-payments-vpc, 10.11.0.0/16; no internet gateway, no NAT, no peering; euc1-az1 10.11.0.0/21; euc1-az2 10.11.8.0/21"]
      d0t0n["NLB acme-payments-nlb<br/>TLS 443: policy strict<br/>certificate payments.example.com"]
      d0t0k0["EKS acme-payments<br/>Kubernetes 1.35<br/>private API only<br/>3 × m6i.large (3 to 6)<br/>Contour, chart 0.7.0"]
      d0t0x["Endpoints of AWS services<br/>ec2<br/>sts"]
    end
  end
  d0t0s -->|"in: nothing; rules do not apply to PrivateLink"| d0t0n
  d0t0n -->|"acme-payments-pods: TCP 8080<br/>out: tcp 8080 to 10.11.0.0/16"| d0t0k0
  d0t0k0 -->|"in: tcp 443 from 10.11.0.0/16"| d0t0x
  d0c -->|"internet gateway<br/>tcp 443 from 0.0.0.0/0"| d0alb
  d0w0 -.- d0alb
  d0z0 -.- d0alb
  d0alb --> d0r0
  d0r0 -->|"out: tcp 443 to acme-endpoints<br/>in: tcp 443 from acme-alb"| d0e0
  d0e0 ==>|"AWS PrivateLink"| d0t0s
`);
  });

  it('draws a tenant with an NLB of its own from the internet to the pods', () => {
    expect(renderMermaid({ doors: [], direct: [exampleDirectView()], unconnected: [] })).toBe(`\
flowchart LR
  n0c["Clients on the internet<br/>Route 53 zone example.com: partner-api.example.com to the NLB<br/>through acme-way-in; no WAF"]
  subgraph n0a["Tenant partner-api, account 222222222222"]
    subgraph n0v["VPC acme-partner-api-vpc, 10.11.0.0/16; connected by internet gateway acme-way-in; public euc1-az1 10.14.0.0/21; public euc1-az2 10.14.8.0/21; euc1-az1 10.11.0.0/21; euc1-az2 10.11.8.0/21"]
      n0n["NLB acme-partner-api-nlb<br/>TLS 443: policy strict<br/>certificate partner-api.example.com"]
      n0k0["EKS acme-partner-api<br/>Kubernetes 1.35<br/>private API only<br/>3 × m6i.large (3 to 6)<br/>Contour, chart 0.7.0"]
      n0x["Endpoints of AWS services<br/>ec2<br/>sts"]
    end
  end
  n0c -->|"tcp 443 from 0.0.0.0/0"| n0n
  n0n -->|"acme-partner-api-pods: TCP 8080<br/>out: pods"| n0k0
  n0k0 -->|"in: tcp 443 from 10.11.0.0/16"| n0x
`);
  });

  it('draws a tenant without a connection apart, as far as it is synthesized', () => {
    const bare = without(exampleTenantView('later'), 'service', 'vpc', 'loadBalancer');
    const nothing = { ...bare, clusters: [], awsServices: [] };
    expect(renderMermaid({ doors: [], direct: [], unconnected: [bare, nothing] })).toBe(`\
flowchart LR
  subgraph u0a["Tenant later, account 222222222222"]
    u0k0["EKS acme-later<br/>Kubernetes 1.35<br/>private API only<br/>3 × m6i.large (3 to 6)<br/>Contour, chart 0.7.0"]
    u0x["Endpoints of AWS services<br/>ec2<br/>sts"]
  end
  u0k0 -->|"in: tcp 443 from 10.11.0.0/16"| u0x
  subgraph u1a["Tenant later, account 222222222222"]
  end
`);
  });

  it('draws an internet VPC without its ALB, and nothing of an empty world', () => {
    const door = { ...without(exampleDoorView([]), 'alb'), webAcls: [], zones: [] };
    expect(renderMermaid({ doors: [door], direct: [], unconnected: [] })).toBe(`\
flowchart LR
  d0c["Clients on the internet"]
  subgraph d0a["Central internet account 111111111111, internet VPC main"]
    subgraph d0v["VPC acme-main-vpc, 10.12.0.0/16"]
    end
  end
`);
    expect(renderMermaid({ doors: [], direct: [], unconnected: [] })).toBe('flowchart LR\n');
  });

  it('writes what Mermaid or HTML would read as more than text as entity codes', () => {
    const text = renderMermaid(exampleView([exampleConnectionView('payments', ['"]<b>`#1&\n'])]));
    expect(text).toContain('Listener rule 21<br/>#34;]#60;b#62;#96;#35;1#38; <br/>acme-payments');
  });
});
