import { tenantsIn } from './select-view';
import type { NetworkView } from './view';

/** Title of a diagram and one sentence on what it shows, for people who do not see it. */
export function summaryOf(view: NetworkView): { readonly title: string; readonly sentence: string } {
  const { doors, direct, unconnected } = view;
  const tenants = tenantsIn(view);
  const connections = doors.reduce((sum, door) => sum + door.connections.length, 0);
  const what = [
    ...doors.map(({ name }) => `internet VPC ${name}`),
    tenants.length === 1 ? `tenant ${tenants[0]}` : `${tenants.length} tenants`,
  ];
  const title = `Network of ${what.join(', ').replace(/, ([^,]*)$/, ' and $1')}`;
  const sentences = [
    ...(connections
      ? [
          'Requests pass the ALB, a listener rule of their host, an interface endpoint, PrivateLink and the NLB to the pods.',
        ]
      : []),
    ...(direct.length
      ? [`Reached by an NLB of their own, without WAF: ${direct.map(({ name }) => name).join(', ')}.`]
      : []),
    ...(unconnected.length ? [`Not connected: ${unconnected.map(({ name }) => name).join(', ')}.`] : []),
    'Drawn from the synthesized Terraform.',
  ];
  return { title, sentence: sentences.join(' ') };
}
