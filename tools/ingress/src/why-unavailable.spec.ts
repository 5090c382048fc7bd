import { exampleDirectTenant, exampleWorld } from '@central-ingress/fixtures';
import { stackGraph } from '@central-ingress/stack-graph';
import type { Direction } from '@central-ingress/stack-graph';
import { whyUnavailable } from './why-unavailable';

describe('whyUnavailable', () => {
  const graph = stackGraph({ ...exampleWorld(), tenants: [...exampleWorld().tenants, exampleDirectTenant()] });
  const lacks = ({ name }: { readonly name: string }) => (name.endsWith('-addons') ? 'helm cannot be had' : undefined);
  const ask = (name: string, direction: Direction, ...chosen: readonly string[]) => {
    const [stack] = graph.filter((each) => each.name === name);
    if (!stack) throw new RangeError(`no stack ${name}`);
    return whyUnavailable(
      stack,
      { graph, direction, chosen: graph.filter((each) => [name, ...chosen].includes(each.name)) },
      lacks,
    );
  };

  it.each(['deploy', 'destroy'] as const)('is what the stack itself lacks, to %s', (direction) => {
    expect(ask('payments-addons', direction)).toBe('helm cannot be had');
  });

  it('is what a stack lacks that has to stand before it', () => {
    expect(ask('partner-api-dns', 'deploy')).toBe('it needs partner-api-addons, for which helm cannot be had');
  });

  it('is nothing while that one runs too, which then speaks for itself', () => {
    expect(ask('partner-api-dns', 'deploy', 'partner-api-addons')).toBeUndefined();
  });

  it('is nothing for what goes, and for what does not need it', () => {
    expect(ask('partner-api-dns', 'destroy')).toBeUndefined();
    expect(ask('payments-connection', 'deploy')).toBeUndefined();
  });
});
