import { exampleStack, readable } from '../example-stacks';

describe('NetworkingStack', () => {
  it('is what was reviewed', () => {
    expect(readable(exampleStack('networking').json)).toMatchSnapshot();
  });

  it('is, of a direct tenant, what was reviewed', () => {
    expect(readable(exampleStack('networking', 'partner-api').json)).toMatchSnapshot();
  });
});
