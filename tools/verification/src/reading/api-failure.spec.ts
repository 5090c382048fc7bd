import { kindOfFailure, NEEDED_ACTION } from './api-failure';

const refusal = (name: string, httpStatusCode: number, message = 'words of AWS') =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode }, [NEEDED_ACTION]: 'ec2:DescribeVpcs' });
const unanswered = (code: string) => Object.assign(new Error(`connect ${code} 127.0.0.1:1`), { code });

describe('kindOfFailure', () => {
  it.each([
    ['LoadBalancerNotFound', 400],
    ['ParameterNotFound', 400],
    ['ResourceNotFoundException', 404],
    ['WAFNonexistentItemException', 400],
    ['NoSuchHostedZone', 404],
    ['InvalidVpcEndpointServiceId.NotFound', 400],
    ['NoSuchBucket', 404],
  ])('takes %s for an answer: there is none', (name, status) => {
    expect(kindOfFailure(refusal(name, status))).toEqual({ kind: 'missing' });
  });

  it.each([
    [refusal('AccessDenied', 403), 'AccessDenied: needs ec2:DescribeVpcs'],
    [refusal('UnauthorizedOperation', 403), 'AccessDenied: needs ec2:DescribeVpcs'],
    [
      refusal(
        'AccessDeniedException',
        400,
        'User: arn:x is not authorized to perform: ssm:GetParameter on resource: y',
      ),
      'AccessDenied: needs ssm:GetParameter',
    ],
    [refusal('403', 403, 'UnknownError'), 'AccessDenied: needs ec2:DescribeVpcs'],
    [refusal('ExpiredToken', 403, 'expired'), 'the credentials are no longer valid: expired'],
    [refusal('ThrottlingException', 400), 'throttled: ec2:DescribeVpcs; try again later'],
    [refusal('InvalidAction', 400), 'this API does not have ec2:DescribeVpcs'],
    [refusal('Error', 500, 'The action has not been implemented'), 'this API does not have ec2:DescribeVpcs'],
    [refusal('Error', 500, '@aws-sdk XML parse error: mismatched tags'), 'this API does not have ec2:DescribeVpcs'],
    [refusal('InternalError', 500), 'ec2:DescribeVpcs failed with 500 InternalError: words of AWS'],
    [
      Object.assign(unanswered('ECONNREFUSED'), { [NEEDED_ACTION]: 'ec2:DescribeVpcs' }),
      'no answer to ec2:DescribeVpcs: connect ECONNREFUSED 127.0.0.1:1',
    ],
    [Object.assign(new Error('late'), { name: 'TimeoutError' }), 'no answer to this call: late'],
  ])('gives the reason of %s', (error, reason) => {
    expect(kindOfFailure(error)).toEqual({ kind: 'untried', reason });
  });

  it('leaves a defect of ours to be told as one', () => {
    expect(kindOfFailure(new TypeError('x is not a function'))).toBeUndefined();
  });
});
