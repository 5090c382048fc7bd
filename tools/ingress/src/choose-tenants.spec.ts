import { exampleWorld } from '@central-ingress/fixtures';
import { UserError } from '@central-ingress/user-error';
import { BRING_BACK, chooseTenant, chooseTenants } from './choose-tenants';

const world = exampleWorld();

class Usage extends UserError {
  override readonly exitCode = 2;
}

describe('chooseTenants', () => {
  const names = (...named: readonly string[]) =>
    chooseTenants(world, { command: 'verify', names: named }).map(({ connectionName }) => connectionName);

  it("keeps the world's order and takes a name once", () => {
    expect(names('storefront', 'payments', 'payments')).toEqual(['payments', 'storefront']);
  });

  it('takes all when it is told to', () => {
    expect(chooseTenants(world, { command: 'verify', names: [], all: true })).toBe(world.tenants);
  });

  it.each([
    ['nothing', { names: [] }],
    ['too much', { names: ['payments'], all: true }],
  ])('rejects a command line that names %s', (what, choice) => {
    expect(() => chooseTenants(world, { command: 'verify', ...choice }, Usage)).toThrow(
      new Usage(
        `verify: ${what} is named; expected names of tenants: payments, storefront, or --all. Give one of the two.`,
      ),
    );
  });

  it('rejects names that are no tenants with the error of the command', () => {
    const choose = () => chooseTenants(world, { command: 'mirror', names: ['main'] }, Usage);
    expect(choose).toThrow(Usage);
    expect(choose).toThrow('main: no tenant of this name; expected payments, storefront.');
  });
});

describe('chooseTenant', () => {
  it('finds a tenant by its name', () => {
    expect(chooseTenant(world, 'storefront', BRING_BACK).connectionName).toBe('storefront');
  });

  it('rejects a name that is none, and says what to do', () => {
    expect(() => chooseTenant(world, 'main', BRING_BACK)).toThrow(
      new UserError(
        'main: no tenant of this name; expected payments, storefront. If its folder was removed before its stacks, ' +
          'bring it back from version control.',
      ),
    );
  });
});
