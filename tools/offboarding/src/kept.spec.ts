import { exampleTenant, exampleWorld } from '@central-ingress/fixtures';
import { keptOf } from './kept';

describe('keptOf', () => {
  it('names the folder, and the state bucket of an account that no other tenant uses', () => {
    expect(keptOf(exampleWorld(), exampleTenant()).slice(0, 2)).toEqual([
      'apps/eks-service-account/tenants/payments: remove this folder; nothing of it is deployed any more',
      'S3 bucket acme-tfstate-222222222222-eu-central-1: holds the former versions of the states, and no other tenant ' +
        'uses account 222222222222; remove it when they are no longer wanted',
    ]);
  });

  it('leaves out the bucket that another tenant uses too', () => {
    const world = exampleWorld();
    const shared = { ...world, tenants: [...world.tenants, exampleTenant('reporting', 3, '222222222222')] };
    expect(keptOf(shared, exampleTenant()).filter((line) => line.startsWith('S3 bucket'))).toEqual([]);
  });
});
