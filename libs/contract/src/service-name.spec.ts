import { serviceNameParameter, serviceNameParameterArn } from './service-name';

describe('serviceNameParameter', () => {
  it("keeps the original's name", () => {
    expect(serviceNameParameter('payments')).toBe('vpces-service-name-payments');
  });
});

describe('serviceNameParameterArn', () => {
  it('puts the slash that a name without one lacks', () => {
    expect(serviceNameParameterArn('eu-central-1', '111111111111', 'payments')).toBe(
      'arn:aws:ssm:eu-central-1:111111111111:parameter/vpces-service-name-payments',
    );
  });
});
