import { defineConfig } from 'vitest/config';

/**
 * `npm test` runs three projects: `node` what needs no browser, `ui` the pages' components, then `browser` the journeys.
 * `npm run test:browsers` runs the fourth.
 */
export default defineConfig({
  test: {
    // Files of one worker share its modules: what costs seconds to load (zod, the SDK, esbuild's bundles) is loaded once.
    isolate: false,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          setupFiles: ['test/support/fits-the-documents.ts'],
          include: ['test/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          include: ['test/ui/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: [
            'test/ui/closed-feature-gates.ts',
            'test/ui/fake-bridge.ts',
            'test/ui/empty-browser.ts',
          ],
          env: { TZ: 'Europe/London' },
          // A whole editor that is typed in costs seconds on a machine that is busy; a test that is cut off spoils its neighbours.
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          setupFiles: ['test/support/fits-the-documents.ts'],
          include: ['test/e2e/**/*.e2e.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browsers',
          include: ['test/browsers/**/*.browsers.ts'],
          // Three engines' processes beside each other are enough.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
