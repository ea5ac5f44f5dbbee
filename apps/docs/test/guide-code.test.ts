import { type ExecFileException, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type RunningMock, startMock } from '@session-series/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillIn } from '../src/guides/fill-in.ts';
import { mockCommand } from '../src/guides/mock-help.ts';
import { blocksIn, guides, readBuilt } from './guide-pages.ts';

const packageRoot = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);
const documentedUrl = fillIn('%{mock url}', 'en', 'test');
const numbered = (kind: string) =>
  guides.flatMap((name) => blocksIn(readBuilt('en', name), kind).map((code, i) => ({ name, i, code })));

let mock: RunningMock;
let folder: string;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  mkdirSync(join(packageRoot, 'reports'), { recursive: true });
  folder = mkdtempSync(join(packageRoot, 'reports/guide-code-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await mock.close();
});

describe('the TypeScript of the guides', () => {
  const blocks = numbered('ts');

  test('the TypeScript of the guides compiles', async () => {
    for (const { name, i, code } of blocks) writeFileSync(join(folder, `${name}-${i}.ts`), code);
    // A guide may end where the reader continues.
    const compilerOptions = { noUnusedLocals: false };
    const options = { extends: '../../tsconfig.json', compilerOptions, include: ['*.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options));
    const { stdout } = await run('tsc', ['-p', folder]).catch((error: ExecFileException) => error);
    expect(stdout).toBe('');
  });

  test.each(blocks)('the TypeScript of $name, block $i, runs against the mock', async ({ name, i, code }) => {
    const file = join(folder, `${name}-${i}.run.ts`);
    writeFileSync(
      file,
      code.replaceAll(documentedUrl, mock.url).replace(/instance: '[^']*'/, `baseUrl: '${mock.url}'`),
    );
    const { stdout, stderr } = await run(process.execPath, [file], {
      env: { ...process.env, SESSION_SERIES_API_KEY: 'any-key' },
    });
    expect(stderr).toBe('');
    if (code.includes('console.log')) expect(stdout).toMatch(/\d/);
  });
});

describe('the commands of the guides', () => {
  const lines = numbered('sh').flatMap(({ code }) => code.trim().split('\n'));

  test.each([...new Set(lines)])('the command of a guide runs: %s', async (line) => {
    const [command = '', ...rest] = line.split(' ');
    if (command === 'curl') {
      const { stdout } = await run('sh', ['-c', line.replace(documentedUrl, mock.url)]);
      expect(JSON.parse(stdout)).toMatchObject({ message: 'success' });
    } else if (line.startsWith('npm install ')) {
      expect(await import(rest[1] ?? '')).toBeTypeOf('object');
    } else if (line.startsWith('npx @session-series/mock ')) {
      // The same options, except for a port that is certainly free.
      const process = spawn(globalThis.process.execPath, [mockCommand(), ...rest.slice(1), '--port', '0']);
      const [printed] = await once(process.stdout, 'data');
      expect(String(printed)).toContain('listens on');
      process.kill();
      await once(process, 'exit');
    } else expect.fail(`No test knows how to run \`${line}\`.`);
  });
});
