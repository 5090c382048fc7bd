import { exampleTenant } from '@central-ingress/fixtures';
import { targetGroupBinding } from './target-group-binding';

const SETTINGS = { tenant: exampleTenant(), targetGroupArn: 'arn:pods', nlbSecurityGroupId: 'sg-nlb' };

describe('targetGroupBinding', () => {
  it("registers Envoy's pods, and opens their one port to the NLB alone", () => {
    expect(targetGroupBinding(SETTINGS)).toEqual({
      apiVersion: 'elbv2.k8s.aws/v1beta1',
      kind: 'TargetGroupBinding',
      metadata: { name: 'pods', namespace: 'projectcontour' },
      spec: {
        targetGroupARN: 'arn:pods',
        targetType: 'ip',
        multiClusterTargetGroup: true,
        serviceRef: { name: 'envoy', port: 'http' },
        networking: {
          ingress: [{ from: [{ securityGroup: { groupID: 'sg-nlb' } }], ports: [{ protocol: 'TCP', port: 8080 }] }],
        },
      },
    });
  });

  it('registers the port that speaks TLS when the tenant has a certificate in the cluster', () => {
    const tenant = { ingressController: 'nginx' as const, inClusterTls: { secretName: 'ingress-tls' } };
    expect(targetGroupBinding({ ...SETTINGS, tenant })).toEqual({
      apiVersion: 'elbv2.k8s.aws/v1beta1',
      kind: 'TargetGroupBinding',
      metadata: { name: 'pods', namespace: 'ingress-nginx' },
      spec: {
        targetGroupARN: 'arn:pods',
        targetType: 'ip',
        multiClusterTargetGroup: true,
        serviceRef: { name: 'ingress-nginx-controller', port: 'https' },
        networking: {
          ingress: [{ from: [{ securityGroup: { groupID: 'sg-nlb' } }], ports: [{ protocol: 'TCP', port: 8443 }] }],
        },
      },
    });
  });
});
