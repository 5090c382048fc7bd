import { PLATFORM } from '../sample-files';
import type { MalformedRow } from './row';

/** What can be wrong with operator access, tags and keys of `platform.yaml`. */
export const OPERATOR_ROWS: readonly MalformedRow[] = [
  {
    rejects: 'operator access that is no mapping',
    change: { [PLATFORM]: ['region: eu-central-1', 'region: eu-central-1\noperatorAccess: admin'] },
    says: 'platform.yaml: operatorAccess: is no mapping; got "admin"; expected a mapping with type (assumeRole, profile) and what belongs to it. Choose how operators reach an account.',
  },
  {
    rejects: 'an unknown way of operator access',
    change: { [PLATFORM]: ['region: eu-central-1', 'region: eu-central-1\noperatorAccess: {type: sso}'] },
    says: 'platform.yaml: operatorAccess.type: is not known; got "sso"; expected one of assumeRole, profile. Choose how operators reach an account.',
  },
  {
    rejects: 'operator access without its type',
    change: { [PLATFORM]: ['region: eu-central-1', 'region: eu-central-1\noperatorAccess: {roleName: Admin}'] },
    says: 'platform.yaml: operatorAccess.type: is missing; got nothing; expected one of assumeRole, profile. Choose how operators reach an account.',
  },
  {
    rejects: 'an operator role by its ARN',
    change: {
      [PLATFORM]: [
        'region: eu-central-1',
        'region: eu-central-1\noperatorAccess: {type: assumeRole, roleName: "arn:aws:iam::111111111111:role/Admin"}',
      ],
    },
    says: 'platform.yaml: operatorAccess.roleName: is not valid; got "arn:aws:iam::111111111111:role/Admin"; expected the name of an IAM role, 1 to 64 characters. Write the name alone, without path or ARN.',
  },
  {
    rejects: 'an operator profile for too short an account id',
    change: {
      [PLATFORM]: [
        'region: eu-central-1',
        "region: eu-central-1\noperatorAccess: {type: profile, profiles: {'1111': central, '111111111111': central, '222222222222': payments, '333333333333': storefront}}",
      ],
    },
    says: `platform.yaml: operatorAccess.profiles.1111: is no valid key; got "1111"; expected an AWS account id of twelve digits in quotes. Write it like '111111111111'.`,
  },
  {
    rejects: 'an account without an operator profile',
    change: {
      [PLATFORM]: [
        'region: eu-central-1',
        "region: eu-central-1\noperatorAccess: {type: profile, profiles: {'111111111111': central, '222222222222': payments}}",
      ],
    },
    says: `platform.yaml: operatorAccess.profiles: has no profile for account 333333333333; got a mapping of 2; expected a profile for every account in use. Add a line '333333333333': <profile>.`,
  },
  {
    rejects: 'a tag of AWS',
    change: { [PLATFORM]: ['region: eu-central-1', 'region: eu-central-1\ntags: {"aws:owner": me}'] },
    says: 'platform.yaml: tags["aws:owner"]: begins with aws:, which AWS keeps for itself; got "aws:owner"; expected a tag key of 1 to 128 letters, digits, spaces or _ . : / = + - @. Rename the key.',
  },
  {
    rejects: 'a tag that the stacks set',
    change: { [PLATFORM]: ['region: eu-central-1', 'region: eu-central-1\ntags: {name: me}'] },
    says: 'platform.yaml: tags.name: is a tag that the stacks set themselves; got "name"; expected a key other than managed-by, stack and Name, in any case. Rename the key.',
  },
  {
    rejects: 'a tag value that YAML reads as a number',
    change: { [PLATFORM]: ['region: eu-central-1', 'region: eu-central-1\ntags: {cost-center: 1234}'] },
    says: `platform.yaml: tags.cost-center: is read by YAML as a number; got 1234; expected a tag value of at most 256 letters, digits, spaces or _ . : / = + - @. Put it in quotes: '1234'.`,
  },
  {
    rejects: 'a tag value with a forbidden character',
    change: { [PLATFORM]: ['region: eu-central-1', 'region: eu-central-1\ntags: {team: "a;b"}'] },
    says: 'platform.yaml: tags.team: is not valid; got "a;b"; expected a tag value of at most 256 letters, digits, spaces or _ . : / = + - @. Shorten it or leave out the other characters.',
  },
  {
    rejects: 'two tags that differ by case',
    change: { [PLATFORM]: ['region: eu-central-1', 'region: eu-central-1\ntags: {Team: a, team: b}'] },
    says: 'platform.yaml: tags.team: differs from the tag Team by case only, which IAM takes as the same; got "b"; expected keys that differ by more than case. Remove one of the two.',
  },
  {
    rejects: 'too many tags',
    change: {
      [PLATFORM]: [
        'region: eu-central-1',
        'region: eu-central-1\ntags: {t0: x, t1: x, t2: x, t3: x, t4: x, t5: x, t6: x, t7: x, t8: x, t9: x, t10: x, t11: x, t12: x, t13: x, t14: x, t15: x, t16: x, t17: x, t18: x, t19: x, t20: x, t21: x, t22: x, t23: x, t24: x, t25: x, t26: x, t27: x, t28: x, t29: x, t30: x, t31: x, t32: x, t33: x, t34: x, t35: x, t36: x, t37: x, t38: x, t39: x, t40: x, t41: x, t42: x, t43: x, t44: x, t45: x, t46: x, t47: x}',
      ],
    },
    says: 'platform.yaml: tags: has too many tags; got a mapping of 48; expected at most 47 tags, since AWS allows 50 and the stacks add three. Remove some.',
  },
  {
    rejects: 'an unknown key near to a known one',
    change: { [PLATFORM]: ['region: eu-central-1', 'region: eu-central-1\ntag: {}'] },
    says: 'platform.yaml: tag: is no known key; got "tag"; expected one of the keys namePrefix, region, centralAccountId, deployerPrincipals, operatorAccess, charts, tags. Did you mean tags?',
  },
  {
    rejects: 'an unknown key',
    change: { [PLATFORM]: ['region: eu-central-1', 'region: eu-central-1\nstage: prod'] },
    says: 'platform.yaml: stage: is no known key; got "stage"; expected one of the keys namePrefix, region, centralAccountId, deployerPrincipals, operatorAccess, charts, tags. Remove it.',
  },
];
