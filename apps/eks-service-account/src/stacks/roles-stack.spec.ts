import { exampleStack, readable } from '../example-stacks';

describe('RolesStack', () => {
  it('is what was reviewed', () => {
    expect(readable(exampleStack('roles').json)).toMatchSnapshot();
  });

  it('is, of a direct tenant, what was reviewed', () => {
    expect(readable(exampleStack('roles', 'partner-api').json)).toMatchSnapshot();
  });
});
