import { exampleStack, readable } from '../example-stacks';

describe('DnsStack', () => {
  it('is what was reviewed', () => {
    expect(readable(exampleStack('dns', 'partner-api').json)).toMatchSnapshot();
  });
});
