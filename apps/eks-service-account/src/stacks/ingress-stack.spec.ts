import { exampleStack, readable } from '../example-stacks';

describe('IngressStack', () => {
  it('is what was reviewed', () => {
    expect(readable(exampleStack('ingress').json)).toMatchSnapshot();
  });
});
