import { exampleStack, readable } from '../example-stacks';

describe('ClusterStack', () => {
  it('is what was reviewed', () => {
    expect(readable(exampleStack('cluster').json)).toMatchSnapshot();
  });
});
