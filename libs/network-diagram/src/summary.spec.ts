import { exampleConnectionView, exampleDirectView, exampleDoorView, exampleTenantView } from './example-view';
import { summaryOf } from './summary';
import type { NetworkView } from './view';

const NOTHING: NetworkView = { doors: [], direct: [], unconnected: [] };
const WAY =
  'Requests pass the ALB, a listener rule of their host, an interface endpoint, PrivateLink and the NLB to the pods.';
const END = 'Drawn from the synthesized Terraform.';

describe('summaryOf', () => {
  it.each<[string, NetworkView, string, string]>([
    ['an empty world', NOTHING, 'Network of 0 tenants', END],
    [
      'an internet VPC without a tenant',
      { ...NOTHING, doors: [exampleDoorView([])] },
      'Network of internet VPC main and 0 tenants',
      END,
    ],
    [
      'one tenant behind an internet VPC',
      { ...NOTHING, doors: [exampleDoorView([exampleConnectionView()])] },
      'Network of internet VPC main and tenant payments',
      `${WAY} ${END}`,
    ],
    [
      'a tenant with an NLB of its own, alone',
      { ...NOTHING, direct: [exampleDirectView()] },
      'Network of tenant partner-api',
      `Reached by an NLB of their own, without WAF: partner-api. ${END}`,
    ],
    [
      'a tenant that moves from one internet VPC to another',
      {
        ...NOTHING,
        doors: ['main', 'second'].map((name) => ({ ...exampleDoorView([exampleConnectionView()]), name })),
        unconnected: [exampleTenantView('later')],
      },
      'Network of internet VPC main, internet VPC second and 2 tenants',
      `${WAY} Not connected: later. ${END}`,
    ],
  ])('tells of %s', (_, view, title, sentence) => {
    expect(summaryOf(view)).toEqual({ title, sentence });
  });
});
