import { buildNetworkModel } from '@central-ingress/network-model';
import type { NetworkModel } from '@central-ingress/network-model';
import { stackGraph } from '@central-ingress/stack-graph';
import { loadWorld } from '@central-ingress/world-files';
import { missingStacks } from './missing-stacks';
import type { StacksInHand } from './missing-stacks';
import { ownersOf } from './owners';
import { synthesizedStacks } from './synthesize';
import { REPOSITORY } from './world-folder';

const WORLD = loadWorld(REPOSITORY);
const ALL = stackGraph(WORLD);

describe('missingStacks', () => {
  let model: NetworkModel;
  beforeAll(() => {
    model = buildNetworkModel(synthesizedStacks(WORLD, ownersOf(WORLD)));
  }, 60_000);

  /** What only some stacks of the reference set hold. */
  function only(isChosen: (stack: string) => boolean): StacksInHand {
    const chosen = <T extends { readonly stack: string }>(entities: ReadonlyMap<string, T>) =>
      new Map([...entities].filter(([, { stack }]) => isChosen(stack)));
    return {
      stacks: new Map([...model.stacks].filter(([name]) => isChosen(name))),
      parameters: chosen(model.parameters),
      parameterReaders: chosen(model.parameterReaders),
    };
  }

  it('finds nothing missing in the whole', () => {
    expect(missingStacks(model)).toEqual([]);
  });

  it.each(ALL.map(({ name }) => name))('finds %s missing, and no other', (name) => {
    expect(missingStacks(only((stack) => stack !== name))).toEqual([name]);
  });

  const ofOwner = (...owners: readonly string[]) =>
    new Set(ALL.filter(({ owner }) => owners.includes(owner)).map(({ name }) => name));

  it.each([
    [['payments'], ['central-roles', 'main-alb', 'main-networking']],
    [['partner-api'], ['central-roles', 'main-alb', 'main-networking']],
    [['main'], ['central-roles']],
    [['central', 'main'], []],
    [['central', 'main', 'storefront'], []],
  ])('finds what %j needs of others', (owners, missing) => {
    expect(missingStacks(only((stack) => ofOwner(...owners).has(stack)))).toEqual(missing);
  });

  it('tells the network of a tenant from that of an internet VPC', () => {
    const common = [
      'payments-addons',
      'payments-cluster',
      'payments-ingress',
      'payments-registration',
      'payments-roles',
    ];
    expect(missingStacks(only((stack) => stack === 'payments-networking'))).toEqual(['central-roles', ...common]);
    expect(missingStacks(only((stack) => stack === 'main-networking'))).toEqual(['central-roles', 'main-alb']);
  });
});
