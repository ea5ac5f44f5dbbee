import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Most tests start programs; on a busy machine with two cores each takes seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ['test/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }]],
  },
});
