import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { clearReports, readReports } from '../run/reports.ts';

let house: string;
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'house-'));
  write('packages/client/package.json', { scripts: { test: 'vitest run' } });
  write('apps/docs/package.json', { scripts: { test: 'vitest run', 'test:browser': 'playwright test' } });
});

function write(file: string, content: unknown): void {
  mkdirSync(join(house, file, '..'), { recursive: true });
  writeFileSync(join(house, file), JSON.stringify(content));
}

const vitest = (passed: number, failed = 0, pending = 0) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: 0,
  testResults: [] as object[],
});

test('the summary of reports adds up those of every package', () => {
  write('packages/client/reports/vitest.json', vitest(10, 1));
  write('apps/docs/reports/vitest.json', vitest(5, 0, 2));
  write('apps/docs/reports/playwright.json', { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 1 } });
  expect(readReports(house)).toEqual({ passed: 22, failed: 3, skipped: 3, missing: [] });
});

test('the summary of reports counts a test file that could not be loaded as a failure', () => {
  write('packages/client/reports/vitest.json', {
    ...vitest(10),
    testResults: [{ status: 'failed', assertionResults: [] }],
  });
  expect(readReports(house).failed).toBe(1);
});

test('the summary of reports names those that were not written', () => {
  write('packages/client/reports/vitest.json', vitest(10));
  expect(readReports(house)).toEqual({
    passed: 10,
    failed: 0,
    skipped: 0,
    missing: ['apps/docs/reports/vitest.json', 'apps/docs/reports/playwright.json'],
  });
});

test('the summary of reports counts nothing of an earlier run', () => {
  write('packages/client/reports/vitest.json', vitest(10));
  clearReports(house);
  expect(readReports(house).passed).toBe(0);
});
