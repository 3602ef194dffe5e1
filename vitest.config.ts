import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** A test that waits longer has hung: the slowest step of the flow has its own, longer, limit. */
const testTimeout = 20_000;

/** What was found is told whole: a failure of chance may not come again. */
const chaiConfig = { truncateThreshold: 0 };

/** Suites that share one emulator run one file after another. */
const onOneEmulator = { fileParallelism: false, testTimeout: 180_000, hookTimeout: 180_000 };

export default defineConfig({
  test: {
    passWithNoTests: false,
    // Nobody else works on this machine meanwhile: Vitest alone would leave one core idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          chaiConfig,
          include: [
            'test/{model,functions,scripts,simulation,faults,backlog,slack,metadata,house}/**/*.test.ts',
          ],
          testTimeout,
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'web',
          include: ['test/web/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          testTimeout,
        },
      },
      // Its thousands of cases take their time to make: the files share them.
      {
        test: {
          name: 'rules',
          include: ['test/rules/**/*.test.ts'],
          isolate: false,
          chaiConfig,
          ...onOneEmulator,
        },
      },
      {
        test: {
          name: 'flow',
          include: ['test/flow/**/*.test.ts'],
          setupFiles: ['test/flow/when-failed.ts'],
          ...onOneEmulator,
          sequence: { groupOrder: 1 },
        },
      },
      // What a run has logged is read when all of it has run.
      {
        test: {
          name: 'logs',
          include: ['test/logs/**/*.test.ts'],
          ...onOneEmulator,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          setupFiles: ['test/browser/when-failed.ts'],
          ...onOneEmulator,
        },
      },
    ],
  },
});
