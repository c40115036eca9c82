// Native ES modules: jest runs with --experimental-vm-modules (see local/test.ts), swc only strips the types.
export default {
  rootDir: '..',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  // The whole system is started once for these: see test/jest.system.config.mjs.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/system/'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/.local', '<rootDir>/dist'],
  // Also what starts processes of its own waits most of the time: one worker for each core.
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/support/run-folder.mjs',
  globalTeardown: '<rootDir>/test/support/run-folder-teardown.mjs',
  testTimeout: 30000,
};
