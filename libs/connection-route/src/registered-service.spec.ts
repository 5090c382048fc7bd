import { synthesizeConstruct } from '@central-ingress/testing';
import { RegisteredService } from './registered-service';

describe('RegisteredService', () => {
  it('reads the name that the tenant has registered, in clear', () => {
    let serviceName = '';
    const stack = synthesizeConstruct((scope) => {
      ({ serviceName } = new RegisteredService(scope, 'service', { connectionName: 'payments' }));
    });
    expect(stack.at('service/endpointservice').body).toStrictEqual({ name: 'vpces-service-name-payments' });
    expect(serviceName).toMatch(/TfToken/);
  });
});
