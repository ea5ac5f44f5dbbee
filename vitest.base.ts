import { defineConfig } from 'vitest/config';

/** How the tests of every package run. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Generous: a busy machine is slow, and no test measures time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Processes, sockets and browsers fail by chance at times. The root test command names every test that needed this.
    retry: 1,
    // Files share one worker, and with it what they import: no test leaves state behind.
    isolate: false,
    // The root test command adds these reports up. A task with a separate report names it with
    // --outputFile.json.
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/vitest.json' },
  },
});
