// Everything that needs the running system: one start is shared by all suites, which therefore run one after another.
import units from './jest.config.mjs';

export default {
  ...units,
  testMatch: ['<rootDir>/test/system/**/*.test.ts', '<rootDir>/test/system/**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/support/system-setup.mjs',
  globalTeardown: '<rootDir>/test/support/system-teardown.mjs',
  maxWorkers: 1,
  testTimeout: 60000,
};
