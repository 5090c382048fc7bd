import { handoverParameter } from './handovers';
import { tenantHoldParameter, tenantHoldParameterArn } from './tenant-hold';

describe('tenantHoldParameter', () => {
  it('lies beside the hand-overs of the tenant in the central account', () => {
    expect(tenantHoldParameter('acme', 'payments')).toBe('/acme/tenant/payments/hold');
    expect(handoverParameter('acme', 'tenant/registration', 'payments')).toBe('/acme/tenant/payments/registration');
  });
});

describe('tenantHoldParameterArn', () => {
  it('is the ARN of the parameter', () => {
    expect(tenantHoldParameterArn('eu-central-1', '111111111111', 'acme', '*')).toBe(
      'arn:aws:ssm:eu-central-1:111111111111:parameter/acme/tenant/*/hold',
    );
  });
});
