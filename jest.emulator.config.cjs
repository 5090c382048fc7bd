const unit = require('./jest.config.cjs');

/** The suites that run real Terraform against the local emulator: one at a time, minutes each. */
module.exports = {
  ...unit,
  testMatch: ['<rootDir>/**/*.emulator.spec.ts'],
  testPathIgnorePatterns: unit.testPathIgnorePatterns.filter((pattern) => !pattern.includes('emulator\\.spec')),
  testTimeout: 20 * 60 * 1000,
  maxWorkers: 1,
  verbose: true,
};
