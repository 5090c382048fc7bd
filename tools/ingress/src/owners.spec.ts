import { exampleWorld } from '@central-ingress/fixtures';
import { UserError } from '@central-ingress/user-error';
import { chooseOwners, ownersOf } from './owners';

describe('ownersOf', () => {
  it('names the central account, the internet VPCs and the tenants', () => {
    expect(ownersOf(exampleWorld())).toEqual(['central', 'main', 'payments', 'storefront']);
  });
});

describe('chooseOwners', () => {
  it('takes all when none is named', () => {
    expect(chooseOwners(exampleWorld(), [])).toEqual(['central', 'main', 'payments', 'storefront']);
  });

  it("keeps the world's order and takes a name once", () => {
    expect(chooseOwners(exampleWorld(), ['storefront', 'main', 'main'])).toEqual(['main', 'storefront']);
  });

  it('rejects every name that is none, with those there are', () => {
    expect(() => chooseOwners(exampleWorld(), ['payment', 'main', 'prod'])).toThrow(
      new UserError(
        'payment, prod: no internet VPC and no tenant of this name; expected central, main, payments, storefront. ' +
          'Did you mean payments?',
      ),
    );
  });
});
