import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseFaults } from 'openapi-mock-engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningMock, readRecording, startMock } from '../../src/index.ts';
import { CliProcess } from '../child.ts';
import { shownDirectives, tables } from './readme-tables.ts';

const room = new URL('../..', import.meta.url).pathname;
const readme = readFileSync(join(room, 'README.md'), 'utf8');
const execute = promisify(execFile);

/** The fenced blocks of the README in one language. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, fence, code = '']) =>
    fence === language ? [code] : [],
  );
const commands = blocks('sh').flatMap((block) => block.trimEnd().split('\n'));

let mock: RunningMock;
let folder: string;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  // Inside the package, so that the snippets find it by its public name.
  mkdirSync(join(room, 'reports'), { recursive: true });
  folder = mkdtempSync(join(room, 'reports/snippets-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await mock.close();
});

test('every code block of the README is of a kind that this test runs', () => {
  const kinds = new Set([...readme.matchAll(/^```(\w+)$/gm)].map(([, kind]) => kind));
  expect([...kinds].toSorted()).toEqual(['csv', 'json', 'sh', 'ts']);
});

test.for(commands.filter((command) => command.startsWith('npx ')))(
  'the command of the README starts a mock: %s',
  async (command) => {
    const options = command.replace(/^npx @session-series\/mock ?/, '').split(' ');
    await using started = new CliProcess(...options.filter((option) => option !== ''), '--port', '0');
    expect(await started.url()).toMatch(/^http:/);
  },
);

const curls = commands.filter((command) => command.startsWith('curl '));
test.for(curls)('the request of the README is answered: %s', async (command) => {
  const aimed = command.replace('http://127.0.0.1:4010', mock.url).replace('curl ', 'curl -sSg ');
  const { stdout } = await execute('sh', ['-ec', aimed]);
  if (command.includes('unité')) expect(JSON.parse(stdout)).toEqual(JSON.parse(blocks('json')[0] ?? ''));
  else if (command.includes('/sessions/')) expect(JSON.parse(stdout)).toHaveProperty('message');
  else expect(stdout).toBe('');
});

test('no command of the README is left out', () => {
  expect(commands.filter((command) => !/^(npx|curl) /.test(command))).toEqual([]);
});

test.for(blocks('ts').map((code, index) => [index + 1, code] as const))(
  'the TypeScript block %d of the README runs',
  async ([index, code]) => {
    const file = join(folder, `snippet-${index}.ts`);
    writeFileSync(file, code);
    const { stdout } = await execute(process.execPath, [file]);
    if (code.includes('console.log')) expect(JSON.parse(stdout).data).toHaveLength(2);
    else expect(stdout).toMatch(/pass 1/);
  },
);

test('the recordings in the README are read without a problem', () => {
  const [line = ''] = /\{"time".*?\}/.exec(readme) ?? [];
  expect(readRecording(blocks('csv')[0] ?? '', 'csv')).toMatchObject({ rows: 3, problems: [] });
  expect(readRecording(line, 'jsonl')).toMatchObject({ rows: 1, problems: [] });
});

describe('the tables of the README', () => {
  // The formatter pads the cells.
  const unpadded = readme.replaceAll(/ {2,}\|/g, ' |').replaceAll(/-{4,}/g, '---');

  test.for(Object.entries(tables))('the README contains the current table of %s', ([, table]) => {
    expect(unpadded).toContain(`\n${table}\n`);
  });

  test.for(shownDirectives)('the mock understands the directive %s of the README', (directive) => {
    expect(parseFaults(directive)).toHaveLength(1);
  });
});
