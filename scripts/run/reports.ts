import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  type Failure,
  type PlaywrightReport,
  playwrightFailures,
  type VitestReport,
  vitestFailures,
} from './failures.ts';

/** Where tests belong to. */
export interface Origin {
  /** Folder of the package. */
  package: string;
  /** The script of the package that ran them. */
  script: string;
}

/** The result of a test run over all packages. */
export interface Totals {
  passed: number;
  skipped: number;
  failures: (Failure & Origin)[];
  /** Tests that failed, and passed when they were run again. They count as passed. */
  flaky: (Failure & Origin)[];
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
  for (const { path } of expectedReports(root)) rmSync(join(root, path), { force: true });
}

/** Adds up the reports of all packages. */
export function readReports(root = '.'): Totals {
  const totals: Totals = { passed: 0, skipped: 0, failures: [], flaky: [], missing: [] };
  for (const { path, ...origin } of expectedReports(root))
    if (existsSync(join(root, path)))
      add(totals, root, origin, JSON.parse(readFileSync(join(root, path), 'utf8')));
    else totals.missing.push(path);
  return totals;
}

function expectedReports(root: string): (Origin & { path: string })[] {
  return globSync(['{openapi,release,scripts}/package.json', '{openapi,packages,apps}/*/package.json'], {
    cwd: root,
  })
    .toSorted()
    .flatMap((manifest) => {
      const folder = dirname(manifest);
      const { scripts = {} }: { scripts?: Record<string, string> } = JSON.parse(
        readFileSync(join(root, manifest), 'utf8'),
      );
      return Object.keys(scripts).flatMap((script) => {
        const report = reportOf(script);
        return report === undefined
          ? []
          : [{ package: folder, script, path: join(folder, 'reports', report) }];
      });
    });
}

function add(totals: Totals, root: string, origin: Origin, report: VitestReport | PlaywrightReport): void {
  const ofPlaywright = 'stats' in report;
  totals.passed += ofPlaywright ? report.stats.expected + report.stats.flaky : report.numPassedTests;
  totals.skipped += ofPlaywright ? report.stats.skipped : report.numPendingTests + report.numTodoTests;
  const failures = ofPlaywright
    ? playwrightFailures(report)
    : vitestFailures(report, resolve(root, origin.package));
  for (const failure of failures)
    totals[failure.flaky ? 'flaky' : 'failures'].push({ ...failure, ...origin });
}
