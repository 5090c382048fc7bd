import { UserError } from '@central-ingress/user-error';
import { refuseUnknownNames } from './known-names';

describe('refuseUnknownNames', () => {
  const tenants = { kind: 'no tenant', known: ['payments', 'storefront'] };

  it('lets known names pass, and no name', () => {
    expect(() => refuseUnknownNames(['storefront', 'payments'], tenants)).not.toThrow(UserError);
    expect(() => refuseUnknownNames([], { ...tenants, known: [] })).not.toThrow(UserError);
  });

  it('names all that are none, and those there are', () => {
    expect(() => refuseUnknownNames(['main', 'payments', 'prod'], tenants)).toThrow(
      new UserError('main, prod: no tenant of this name; expected payments, storefront.'),
    );
  });

  it('names what was probably meant, once, before what to do', () => {
    expect(() => refuseUnknownNames(['payment', 'paymnts', 'prod'], { ...tenants, fix: 'Add it.' })).toThrow(
      new UserError(
        'payment, paymnts, prod: no tenant of this name; expected payments, storefront. Did you mean payments? Add it.',
      ),
    );
  });

  it('shows a name that is empty', () => {
    expect(() => refuseUnknownNames([''], tenants)).toThrow(
      new UserError('"": no tenant of this name; expected payments, storefront.'),
    );
  });

  it('says where there is none at all, and what to do', () => {
    expect(() => refuseUnknownNames(['main'], { kind: 'no tenant', known: [], fix: 'Add it.' })).toThrow(
      new UserError('main: no tenant of this name; expected a world that has some. Add it.'),
    );
  });

  it("throws the command's own error", () => {
    class Usage extends UserError {
      override readonly exitCode = 2;
    }
    expect(() => refuseUnknownNames(['main'], tenants, Usage)).toThrow(Usage);
  });
});
