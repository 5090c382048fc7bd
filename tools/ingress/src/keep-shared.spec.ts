import { exampleInternetVpc, exampleWorld } from '@central-ingress/fixtures';
import { stacksThatMayShare } from './keep-shared';

const internetVpcs = [
  exampleInternetVpc('edge'),
  exampleInternetVpc('main'),
  { ...exampleInternetVpc('other'), domain: 'example.org' },
];
const world = { ...exampleWorld(), internetVpcs };
const names = (name: string, owner: string, owners: readonly string[] = [owner]) =>
  stacksThatMayShare({ name, owner }, world, owners).map((stack) => stack.name);

describe('stacksThatMayShare', () => {
  it("names the other ALBs' stacks of the domain", () => expect(names('edge-alb', 'edge')).toEqual(['main-alb']));

  it('leaves out what the same run destroys', () => {
    expect(names('edge-alb', 'edge', ['edge', 'main'])).toEqual([]);
  });

  it.each([
    ['of a domain that nobody else has', 'other-alb', 'other'],
    ["of a network, which has no certificate's record", 'edge-networking', 'edge'],
    ['of a tenant', 'payments-connection', 'payments'],
    ['of the central roles', 'central-roles', 'central'],
  ])('names none for the stack %s', (_, name, owner) => expect(names(name, owner)).toEqual([]));
});
