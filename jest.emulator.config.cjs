const unit = require('./jest.config.cjs');

/** The suites that run real programs against servers on loopback, minutes each: mostly waiting, so three at a time. */
module.exports = {
  ...unit,
  testMatch: ['<rootDir>/**/*.emulator.spec.ts'],
  testPathIgnorePatterns: unit.testPathIgnorePatterns.filter((pattern) => !pattern.includes('emulator\\.spec')),
  testTimeout: 20 * 60 * 1000,
  maxWorkers: 3,
  verbose: true,
};
