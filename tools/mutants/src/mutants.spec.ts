import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY, synthesizedDocuments } from '@central-ingress/ingress';
import { buildNetworkModel } from '@central-ingress/network-model';
import type { SynthesizedStacks } from '@central-ingress/network-model';
import { CATALOGUE, DIRECT_HOPS, findingsOf, HOPS, proveWorld } from '@central-ingress/path-proof';
import type { Finding } from '@central-ingress/path-proof';
import { BreakableWorld } from './breakable-world';
import type { Json } from './breakable-world';
import type { Mutant } from './mutant';
import { MUTANTS } from './mutants';

/** Types that watch, keep or describe, and rights of deployers, whose lack a deployment tells. */
const WITHOUT_PART = [
  'aws_cloudwatch_dashboard',
  'aws_cloudwatch_metric_alarm',
  'aws_ecr_lifecycle_policy',
  'aws_iam_policy',
  'aws_iam_role_policy',
  'aws_kms_alias',
  'aws_s3_bucket_lifecycle_configuration',
  'aws_s3_bucket_ownership_controls',
];

/** As a person reads it. */
const shown = ({ hop, code, stack, address, message }: Finding): string =>
  `${hop} ${code} at ${stack}: ${address}: ${message}`;

describe('the proof', () => {
  let reference: SynthesizedStacks;
  beforeAll(async () => {
    reference = synthesizedDocuments({ world: REPOSITORY });
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
    const start = `${hop} ${code} at ${at}`;
    const all = found.map(shown);
    // The whole list is compared, so that a failure shows what was found instead.
    const same = all.find((line) => line.startsWith(start) && line.endsWith(`: ${message}`));
    expect(all).toContain(same ?? `${start}…: ${message}`);
    // A hop before the broken one must not be blamed.
    const hops: readonly string[] = [...HOPS, ...DIRECT_HOPS];
    if (hops.includes(hop)) expect(found.find((one) => hops.includes(one.hop))?.hop).toBe(hop);
  });

  it('misses every resource but those that no request and no isolation needs', () => {
    const unmissed = new Set<string>();
    for (const [stack, document] of Object.entries(reference)) {
      if (stack.startsWith('storefront-')) continue;
      for (const [type, resources] of Object.entries<Json>((document as Json).resource)) {
        if (WITHOUT_PART.includes(type)) continue;
        for (const id of Object.keys(resources)) {
          const found = findingsIn((world) => delete world.stack(stack).resource[type][id]);
          if (!found.length) unmissed.add(`${stack}: ${type}.${id}`);
        }
      }
    }
    expect([...unmissed].sort()).toEqual([
      // The endpoints' subnets need no route: without an association they have the VPC's own table, which has none.
      'main-networking: aws_route_table_association.network_private-endpoint-subnets_euc1-az1-route-table_7919B0EC',
      'main-networking: aws_route_table_association.network_private-endpoint-subnets_euc1-az2-route-table_B8220444',
      'main-networking: aws_route_table_association.network_private-endpoint-subnets_euc1-az3-route-table_9B730245',
    ]);
  }, 120_000);

  it('has a mutant for every finding of the catalogue', () => {
    const caught = new Set(MUTANTS.map(({ code }) => code));
    expect(Object.keys(CATALOGUE).filter((code) => !caught.has(code as keyof typeof CATALOGUE))).toEqual([]);
  });

  it('has each break once', () => {
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
  });

  it('has at least the 40 breaks that were asked for, and as many as its document says', () => {
    expect(MUTANTS.length).toBeGreaterThanOrEqual(40);
    const document = readFileSync(join(REPOSITORY, 'docs', 'check.md'), 'utf8');
    expect(document).toContain(`breaks the reference set in ${MUTANTS.length} ways`);
  });
});
