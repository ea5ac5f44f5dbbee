import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Repository } from './repository.ts';

const home = join(import.meta.dirname, '..');
interface Action {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly env: Readonly<Record<string, string>>; readonly run: string }[];
  };
}
const action: Action = parse(readFileSync(join(home, 'action.yml'), 'utf8'));

let repository: Repository;
beforeEach(() => {
  repository = new Repository();
  // Replaces the registry: it starts the command of this package, whatever version is requested.
  repository.write(
    '.git/bin/npx',
    `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${join(home, 'bin/openapi-gate.js')}" "$@"\n`,
  );
  chmodSync(join(repository.folder, '.git/bin/npx'), 0o755);
});
afterEach(() => repository[Symbol.dispose]());

/** Run a step as a runner does: the inputs are environment variables, and the script is a file for bash. */
function runStep(index: number, inputs: Readonly<Record<string, string>>) {
  const step = action.runs.steps[index];
  if (step === undefined) throw new Error(`The action has no step ${index}.`);
  const temporary = join(repository.folder, '.git');
  const files = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(temporary, name)]),
  );
  for (const file of [...Object.values(files), join(temporary, 'step.sh')]) writeFileSync(file, '');
  writeFileSync(join(temporary, 'step.sh'), step.run);
  const env = Object.fromEntries(
    Object.entries(step.env).map(([name, value]) => {
      const [, input = ''] = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value) ?? [];
      expect(Object.keys(action.inputs)).toContain(input);
      return [name, inputs[input] ?? ''];
    }),
  );
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', join(temporary, 'step.sh')],
    {
      cwd: repository.folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...files,
        ...env,
        RUNNER_TEMP: temporary,
        PATH: [join(temporary, 'bin'), process.env['PATH']].join(delimiter),
      },
    },
  );
  const read = (name: string) => readFileSync(join(temporary, name), 'utf8');
  return {
    status,
    printed: stdout + stderr,
    output: read('GITHUB_OUTPUT'),
    summary: read('GITHUB_STEP_SUMMARY'),
  };
}

describe('the GitHub Action', () => {
  const inputs = { contract: 'openapi.yaml', base: 'main', packages: '@acme/client', version: 'latest' };

  test('the GitHub Action lists the changes in its output and in the job summary', () => {
    repository.edit('openapi.yaml', 'maximum: 50', 'maximum: 40');
    const { status, output, summary } = runStep(0, inputs);
    expect(status).toBe(0);
    expect(summary).toContain('| major | `GET /lockers` |');
    const [, end = ''] = /^diff<<(\S+)\n/.exec(output) ?? [];
    expect(output).toBe(`diff<<${end}\n${summary}${end}\n`);
    expect(action.outputs['diff']?.value).toContain('steps.rate.outputs.diff');
  });

  test('the GitHub Action fails until a changeset announces the change', () => {
    repository.edit('openapi.yaml', 'maximum: 50', 'maximum: 60');
    const refused = runStep(1, inputs);
    expect(refused.status).toBe(1);
    expect(refused.printed).toContain('@acme/client needs at least minor; it has none.');
    repository.write('.changeset/news.md', '---\n"@acme/client": minor\n---\n\nLists more lockers.\n');
    expect(runStep(1, inputs).status).toBe(0);
  });

  test('the GitHub Action uses the settings of the repository by default', () => {
    repository.write('openapi-gate.yaml', 'base: main\ncontracts:\n  - contract: openapi.yaml\n');
    repository.edit('openapi.yaml', 'List lockers', 'List all lockers');
    expect(runStep(0, { version: 'latest' }).summary).toContain('**patch** release');
    expect(runStep(1, { version: 'latest' }).status).toBe(0);
  });

  test('the GitHub Action does not execute its inputs', () => {
    const { printed } = runStep(0, { ...inputs, contract: '$(touch stolen)"; touch stolen; "' });
    expect(printed).toContain('no such file');
    expect(repository.git('status', '--porcelain')).not.toContain('stolen');
  });
});
