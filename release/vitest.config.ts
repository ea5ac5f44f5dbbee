import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The gate's tests start redocly several times, on whatever machine is busy.
    testTimeout: 60_000,
    // Copies of the repository are made and removed there, with all that is installed in them.
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }]],
  },
});
