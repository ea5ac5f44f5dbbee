import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { clearReports, readReports } from '../run/reports.ts';
import { clearSummaries, failedTasks } from '../run/tasks.ts';

let repository: string;
beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'repository-'));
  write('packages/client/package.json', { scripts: { test: 'vitest run' } });
  write('apps/docs/package.json', { scripts: { test: 'vitest run', 'test:browser': 'playwright test' } });
});

function write(file: string, content: unknown): void {
  mkdirSync(join(repository, file, '..'), { recursive: true });
  writeFileSync(join(repository, file), JSON.stringify(content));
}

/** A report of Vitest with the tests of one file; `failed` are the titles of those that fail. */
const vitest = (passed: number, failed: string[] = [], pending = 0) => ({
  numPassedTests: passed,
  numPendingTests: pending,
  numTodoTests: 0,
  testResults: [
    {
      name: join(repository, 'packages/client/test/retries.test.ts'),
      status: failed.length === 0 ? 'passed' : 'failed',
      message: '',
      assertionResults: failed.map((title) => ({
        ancestorTitles: ['with a limit'],
        title,
        status: 'failed',
        failureMessages: ['\n\u001B[31mAssertionError: expected 1 to be 2\u001B[39m\n    at file.ts:1:1'],
      })),
    },
  ],
});

const playwright = {
  stats: { expected: 7, flaky: 1, skipped: 1 },
  errors: [{ message: 'Error: no browser\nmore' }],
  suites: [
    {
      title: 'forms.test.ts',
      specs: [
        {
          title: 'a form opens',
          tests: [
            { projectName: 'chromium', status: 'expected', results: [{ errors: [] }] },
            {
              projectName: 'firefox',
              status: 'flaky',
              results: [{ errors: [{ message: 'Error: closed' }] }, { errors: [] }],
            },
          ],
        },
      ],
      suites: [
        {
          title: 'of a series',
          specs: [
            {
              title: 'it draws',
              tests: [
                {
                  projectName: 'chromium',
                  status: 'unexpected',
                  results: [{ errors: [{ message: 'Error: blank' }] }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

test('the summary of reports adds up those of every package', () => {
  write('packages/client/reports/vitest.json', vitest(10, ['retries once']));
  write('apps/docs/reports/vitest.json', vitest(5, [], 2));
  write('apps/docs/reports/playwright.json', playwright);
  expect(readReports(repository)).toMatchObject({ passed: 23, skipped: 3, missing: [] });
  expect(readReports(repository).failures).toHaveLength(3);
});

test('the summary of reports names each failing test with its package, file, titles and error', () => {
  write('packages/client/reports/vitest.json', vitest(10, ['retries once']));
  write('apps/docs/reports/vitest.json', vitest(5));
  write('apps/docs/reports/playwright.json', playwright);
  expect(readReports(repository).failures).toEqual([
    {
      package: 'apps/docs',
      script: 'test:browser',
      title: 'outside any test',
      message: 'Error: no browser',
      flaky: false,
    },
    {
      package: 'apps/docs',
      script: 'test:browser',
      title: '[chromium] forms.test.ts > of a series > it draws',
      message: 'Error: blank',
      flaky: false,
    },
    {
      package: 'packages/client',
      script: 'test',
      title: 'test/retries.test.ts > with a limit > retries once',
      message: 'AssertionError: expected 1 to be 2',
      flaky: false,
    },
  ]);
});

test('the summary of reports counts a test that passed when it was run again as passed, and names it', () => {
  const report = vitest(10, ['retries once']);
  for (const { assertionResults } of report.testResults)
    for (const result of assertionResults) result.status = 'passed';
  write('packages/client/reports/vitest.json', report);
  write('apps/docs/reports/playwright.json', playwright);
  expect(readReports(repository)).toMatchObject({
    passed: 18,
    flaky: [
      { title: '[firefox] forms.test.ts > a form opens', message: 'Error: closed', flaky: true },
      {
        title: 'test/retries.test.ts > with a limit > retries once',
        message: 'AssertionError: expected 1 to be 2',
        flaky: true,
      },
    ],
  });
});

test('the summary of reports counts a test file that could not be loaded as a failure', () => {
  const file = join(repository, 'packages/client/test/retries.test.ts');
  write('packages/client/reports/vitest.json', {
    ...vitest(10),
    testResults: [{ name: file, status: 'failed', message: 'SyntaxError: no', assertionResults: [] }],
  });
  expect(readReports(repository).failures).toMatchObject([
    { title: 'test/retries.test.ts', message: 'SyntaxError: no' },
  ]);
});

test('the summary of reports names those that were not written', () => {
  write('packages/client/reports/vitest.json', vitest(10));
  expect(readReports(repository)).toEqual({
    passed: 10,
    skipped: 0,
    failures: [],
    flaky: [],
    missing: ['apps/docs/reports/vitest.json', 'apps/docs/reports/playwright.json'],
  });
});

test('the summary of reports counts nothing of an earlier run', () => {
  write('packages/client/reports/vitest.json', vitest(10));
  clearReports(repository);
  expect(readReports(repository).passed).toBe(0);
});

test('the tasks that failed are named with the end of their output', () => {
  const task = (name: string, execution?: object) => ({
    taskId: `docs#${name}`,
    task: name,
    directory: 'apps/docs',
    logFile: `apps/docs/.turbo/turbo-${name}.log`,
    execution,
  });
  mkdirSync(join(repository, 'apps/docs/.turbo'), { recursive: true });
  writeFileSync(join(repository, 'apps/docs/.turbo/turbo-build.log'), `${'.\n'.repeat(100)}no such file\n`);
  const { logFile: _, ...unlogged } = task('unused', { exitCode: 1, error: 'exited (1)' });
  write('.turbo/runs/1.json', {
    tasks: [task('types', { exitCode: 0 }), task('build', { exitCode: 3 }), task('test'), unlogged],
  });
  expect(failedTasks(repository)).toEqual([
    {
      id: 'docs#build',
      package: 'apps/docs',
      script: 'build',
      exitCode: 3,
      output: expect.stringMatching(/^(\.\n){29}no such file$/),
    },
    { id: 'docs#unused', package: 'apps/docs', script: 'unused', exitCode: 1, output: 'exited (1)' },
  ]);
  clearSummaries(repository);
  expect(failedTasks(repository)).toEqual([]);
});
