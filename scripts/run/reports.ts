import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The result of a test run over all packages. */
export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
  /** Reports that a package has not written. */
  missing: string[];
}

/** The report that a script of a package writes; undefined if the script runs no tests. */
function reportOf(script: string): string | undefined {
  if (script === 'test') return 'vitest.json';
  if (script === 'test:browser') return 'playwright.json';
  return script.startsWith('test:') ? `vitest-${script.slice('test:'.length)}.json` : undefined;
}

/** Removes the reports of earlier runs, so that none of them is counted. */
export function clearReports(root = '.'): void {
  for (const report of expectedReports(root)) rmSync(join(root, report), { force: true });
}

/** Adds up the reports of all packages. */
export function readReports(root = '.'): Totals {
  const totals: Totals = { passed: 0, failed: 0, skipped: 0, missing: [] };
  for (const report of expectedReports(root)) {
    const path = join(root, report);
    if (existsSync(path)) add(totals, JSON.parse(readFileSync(path, 'utf8')));
    else totals.missing.push(report);
  }
  return totals;
}

function expectedReports(root: string): string[] {
  return globSync(['{openapi,release,scripts}/package.json', '{openapi,packages,apps}/*/package.json'], {
    cwd: root,
  })
    .toSorted()
    .flatMap((manifest) => {
      const { scripts = {} }: { scripts?: Record<string, string> } = JSON.parse(
        readFileSync(join(root, manifest), 'utf8'),
      );
      return Object.keys(scripts).flatMap((script) => {
        const report = reportOf(script);
        return report === undefined ? [] : [join(dirname(manifest), 'reports', report)];
      });
    });
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};
type PlaywrightReport = { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> };

function add(totals: Totals, report: VitestReport | PlaywrightReport): void {
  if ('stats' in report) {
    totals.passed += report.stats.expected;
    totals.failed += report.stats.unexpected + report.stats.flaky;
    totals.skipped += report.stats.skipped;
  } else {
    totals.passed += report.numPassedTests;
    totals.failed += report.numFailedTests + unloadable(report);
    totals.skipped += report.numPendingTests + report.numTodoTests;
  }
}

/** Files that failed before any test ran. */
function unloadable(report: VitestReport): number {
  return report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
}
