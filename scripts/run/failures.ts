import { stripVTControlCharacters } from 'node:util';

/** A test that failed at least once, or a file of tests that could not be loaded. */
export interface Failure {
  /** The file and the titles that lead to the test, such as `test/retries.test.ts > retries > retries a 429`. */
  title: string;
  /** The first line of its error. */
  message: string;
  /** Whether it passed when it was run again. */
  flaky: boolean;
}

/** What is read of Vitest's JSON report. */
export interface VitestReport {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    /** Absolute path of the file. */
    name: string;
    status: string;
    /** The error of a file that could not be loaded. */
    message: string;
    assertionResults: {
      ancestorTitles: string[];
      title: string;
      status: string;
      failureMessages: string[];
    }[];
  }[];
}

/** What is read of Playwright's JSON report. */
export interface PlaywrightReport {
  stats: Record<'expected' | 'flaky' | 'skipped', number>;
  /** Errors outside any test. */
  errors: PlaywrightError[];
  suites: PlaywrightSuite[];
}

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    tests: { projectName: string; status: string; results: { errors: PlaywrightError[] }[] }[];
  }[];
}

interface PlaywrightError {
  message?: string;
}

/**
 * The failures of Vitest's report.
 *
 * @param folder absolute path of the package, to which files are relative
 */
export function vitestFailures({ testResults }: VitestReport, folder: string): Failure[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.startsWith(`${folder}/`) ? name.slice(folder.length + 1) : name;
    if (status === 'failed' && assertionResults.length === 0) return [failure([file], message)];
    // A test that passed in the end keeps the errors of its first run.
    return assertionResults
      .filter((result) => result.status === 'failed' || result.failureMessages.length > 0)
      .map((result) =>
        failure(
          [file, ...result.ancestorTitles, result.title],
          result.failureMessages[0],
          result.status === 'passed',
        ),
      );
  });
}

/** The failures of Playwright's report. */
export function playwrightFailures({ errors, suites }: PlaywrightReport): Failure[] {
  return [
    ...errors.map(({ message }) => failure(['outside any test'], message)),
    ...suites.flatMap((suite) => suiteFailures(suite, [])),
  ];
}

function suiteFailures({ title, suites = [], specs }: PlaywrightSuite, outer: string[]): Failure[] {
  const path = [...outer, title];
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, status, results }) =>
        failure(
          [`[${projectName}] ${path[0]}`, ...path.slice(1), spec.title],
          firstError(results),
          status === 'flaky',
        ),
      ),
  );
  return [...own, ...suites.flatMap((suite) => suiteFailures(suite, path))];
}

const firstError = (results: { errors: PlaywrightError[] }[]): string | undefined =>
  results.flatMap(({ errors }) => errors)[0]?.message;

function failure(path: string[], message = '', flaky = false): Failure {
  const lines = stripVTControlCharacters(message).split('\n');
  return {
    title: path.join(' > '),
    message: lines.find((line) => line.trim() !== '')?.trim() ?? 'no message',
    flaky,
  };
}
