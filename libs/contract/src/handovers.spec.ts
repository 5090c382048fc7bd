import fc from 'fast-check';
import { handoverParameter, handoverParameterArn } from './handovers';
import type { HandoverKey } from './handovers';

const KEYS: readonly HandoverKey[] = [
  'internet-vpc/networking',
  'internet-vpc/alb',
  'tenant/registration',
  'tenant/networking',
  'tenant/cluster',
  'tenant/ingress',
  'tenant/direct-ingress',
];
const owners = fc.stringMatching(/^[a-z][a-z0-9-]{1,18}[a-z0-9]$/);

describe('handoverParameter', () => {
  it.each<[HandoverKey, string]>([
    ['internet-vpc/networking', '/acme/internet-vpc/main/networking'],
    ['tenant/ingress', '/acme/tenant/main/ingress'],
  ])('names %s %s', (key, name) => {
    expect(handoverParameter('acme', key, 'main')).toBe(name);
  });

  it('gives every key of every owner a name of its own, which SSM takes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(owners, { maxLength: 20 }), (names) => {
        const parameters = names.flatMap((owner) => KEYS.map((key) => handoverParameter('acme', key, owner)));
        expect(new Set(parameters).size).toBe(parameters.length);
        expect(parameters.filter((name) => !/^(?:\/[\w.-]+){1,15}$/.test(name))).toEqual([]);
      }),
    );
  });
});

describe('handoverParameterArn', () => {
  it('has the one slash of the name after the word parameter', () => {
    expect(handoverParameterArn('eu-central-1', '222222222222', 'acme', 'tenant/networking', 'payments')).toBe(
      'arn:aws:ssm:eu-central-1:222222222222:parameter/acme/tenant/payments/networking',
    );
  });
});
