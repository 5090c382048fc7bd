import { REPOSITORY, synthesizedDocuments } from '@central-ingress/ingress';
import { buildNetworkModel } from '@central-ingress/network-model';
import type { SynthesizedStacks } from '@central-ingress/network-model';
import { CATALOGUE, findingsOf, HOPS, proveWorld } from '@central-ingress/path-proof';
import type { Finding } from '@central-ingress/path-proof';
import { BreakableWorld } from './breakable-world';
import type { Mutant } from './mutant';
import { MUTANTS } from './mutants';

/** As a person reads it, so that a failure shows all of what was found instead. */
const shown = ({ hop, code, stack, address, message }: Finding): string =>
  `${hop} ${code} at ${stack}: ${address}: ${message}`;

describe('the proof', () => {
  let reference: SynthesizedStacks;
  beforeAll(async () => {
    reference = await synthesizedDocuments({ world: REPOSITORY });
  }, 60_000);

  const findingsIn = (breakIt?: Mutant['breakIt']): readonly Finding[] => {
    const world = new BreakableWorld(reference);
    breakIt?.(world);
    return findingsOf(proveWorld(buildNetworkModel(world.stacks)));
  };

  it('finds nothing in the reference set', () => {
    expect(findingsIn()).toEqual([]);
  });

  it.each(MUTANTS)('catches that $name', ({ breakIt, code, hop, at, message }) => {
    const found = findingsIn(breakIt);
    const expected = `${hop} ${code} at ${at}`;
    const same = found.filter((one) => shown(one).startsWith(expected) && one.message === message);
    expect({ caught: same.length > 0, found: found.map(shown) }).toEqual({ caught: true, found: expect.anything() });
    // A hop before the broken one must not be blamed.
    const first = found.findIndex((one) => HOPS.some((name) => name === one.hop));
    if (HOPS.some((name) => name === hop)) expect(found[first]?.hop).toBe(hop);
  });

  it('has a mutant for every finding of the catalogue', () => {
    const caught = new Set(MUTANTS.map(({ code }) => code));
    expect(Object.keys(CATALOGUE).filter((code) => !caught.has(code as keyof typeof CATALOGUE))).toEqual([]);
  });

  it('has each break once', () => {
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
    expect(MUTANTS.length).toBeGreaterThanOrEqual(40);
  });
});
