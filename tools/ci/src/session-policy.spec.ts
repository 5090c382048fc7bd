import { sessionPolicy } from './session-policy';

describe('sessionPolicy', () => {
  it('lets a session assume roles of each account, and nothing else', () => {
    expect(JSON.parse(sessionPolicy(['111111111111', '222222222222', '111111111111'], '/acme/*'))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource: ['arn:aws:iam::111111111111:role/acme/*', 'arn:aws:iam::222222222222:role/acme/*'],
        },
      ],
    });
  });
});
