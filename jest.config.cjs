/** One configuration for every project: `jest -c <workspace>/jest.config.cjs --rootDir <project>`. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/cdktf.out/',
    '/.ingress/',
    '/.emulator/',
    '/.policy/',
    '\\.emulator\\.spec\\.ts$',
  ],
  modulePathIgnorePatterns: ['/cdktf.out/', '/.ingress/', '/.emulator/', '/.policy/'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
