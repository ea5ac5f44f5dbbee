import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type RunningMock, startMock } from '@session-series/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const execute = promisify(execFile);
const text = (file: string) => readFileSync(join(root, file), 'utf8');

/** The fenced blocks of a page in one language. */
function blocks(file: string, language: string): string[] {
  return [...text(file).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, fence]) => fence === language)
    .map(([, , code]) => code ?? '');
}

let mock: RunningMock;
let folder: string;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  // Inside the workspace, so that the snippets find the packages by their public names.
  mkdirSync(join(root, 'scripts/reports'), { recursive: true });
  folder = mkdtempSync(join(root, 'scripts/reports/snippets-'));
  symlinkSync(join(root, 'scripts/node_modules'), join(folder, 'node_modules'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await mock.close();
});

/** Runs a snippet as a module and returns its output. */
async function run(code: string): Promise<string> {
  const file = join(folder, 'snippet.ts');
  writeFileSync(file, code);
  const { stdout } = await execute(process.execPath, [file], {
    encoding: 'utf8',
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  return stdout;
}

describe.for(['README.md', 'README.fr.md'])('%s', (readme) => {
  test('the READMEs of both languages show the same commands and the same code', () => {
    for (const language of ['sh', 'ts']) {
      const withoutComments = (file: string) =>
        blocks(file, language).map((code) =>
          code.replaceAll(/ +# .*$/gm, '').replace('openapi.fr', 'openapi.en'),
        );
      expect(withoutComments(readme)).toEqual(withoutComments('README.md'));
    }
  });

  test('the client snippet of the README prints fourteen days', async () => {
    const code = blocks(readme, 'ts').find((block) => block.includes('createClient')) ?? '';
    const printed = await run(
      code
        .replace("instance: 'EU-01'", `baseUrl: '${mock.url}'`)
        .replace("process.env.SESSION_SERIES_API_KEY ?? ''", "'any-key'"),
    );
    expect(printed.trim().split('\n')).toHaveLength(14);
    expect(printed).toMatch(/^\d{4}-\d{2}-\d{2} \d+$/m);
  });

  test('the mock snippet of the README prints three days', async () => {
    const code = blocks(readme, 'ts').find((block) => block.includes('startMock')) ?? '';
    expect(await run(code)).toContain("message: 'success'");
  });

  test('the contract can be imported as the README shows', async () => {
    const code = blocks(readme, 'ts').find((block) => block.includes('contract')) ?? '';
    expect(await run(`${code}console.log(Object.keys(contract.paths));`)).toContain('/sessions/data_series');
  });

  test('the curl command of the README, verbatim except for the port, returns fourteen days up to 2018-06-28', async () => {
    const curl = blocks(readme, 'sh').find((block) => block.startsWith('curl')) ?? '';
    const { stdout } = await execute('sh', ['-c', curl.replace('http://127.0.0.1:4010', mock.url)]);
    const { message, data } = JSON.parse(stdout);
    expect(message).toBe('success');
    expect(data).toHaveLength(14);
    expect(data.at(-1).time).toBe('2018-06-28');
  });

  test('every file that the README links to exists', () => {
    const links = [...text(readme).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('the two commands of the README are those of package.json', () => {
    const { scripts, packageManager } = JSON.parse(text('package.json'));
    for (const [, version, script] of text(readme).matchAll(/npx -y (pnpm@\S+) (\w+)/g)) {
      expect(version).toBe(packageManager);
      expect(scripts).toHaveProperty([script ?? '']);
    }
  });
});
