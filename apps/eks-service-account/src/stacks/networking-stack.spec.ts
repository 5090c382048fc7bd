import { exampleStack, readable } from '../example-stacks';

describe('NetworkingStack', () => {
  it('is what was reviewed', () => {
    expect(readable(exampleStack('networking').json)).toMatchSnapshot();
  });
});
