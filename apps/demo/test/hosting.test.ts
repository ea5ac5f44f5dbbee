/** The hosting instructions of the README: the folder is deployed, and run like the image and the service. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { help } from '../server/options.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../', import.meta.url));
const readme = await readFile(join(root, 'README.md'), 'utf8');
/** The Dockerfile, by instruction. */
const recipe = new Map(
  [...(await readFile(join(root, 'Dockerfile'), 'utf8')).matchAll(/^([A-Z]+) (.*)$/gm)].map(
    ([, instruction = '', words = '']) => [instruction, words],
  ),
);
const [, ...entry]: string[] = JSON.parse(recipe.get('ENTRYPOINT') ?? '[]');
let folder = '';

/** The README's command, into a folder that is not in the repository. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  const [, command = ''] = /^pnpm (--filter @session-series\/demo deploy .*) demo$/m.exec(readme) ?? [];
  await run('pnpm', [...command.split(' '), folder], { cwd: join(root, '../..') });
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

async function start(args: string[]) {
  const child = spawn(process.execPath, ['server/main.ts', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: folder,
  });
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, url: String(line), lines };
}

it('the image serves the page, is healthy, logs in JSON, and stops on SIGTERM with exit code 0', async () => {
  expect(recipe.get('COPY')).toBe('. .');
  expect(recipe.get('FROM')).toMatch(new RegExp(`^node:${process.versions.node.split('.')[0]}\\.`));
  const [script, ...options] = entry;
  expect((await stat(join(folder, script ?? ''))).isFile()).toBe(true);
  const { child, url, lines } = await start([...options, '--allow-host', 'demo.example.com']);
  const local = new URL('/', url.replace('0.0.0.0', '127.0.0.1')).href;
  expect(await (await fetch(local)).text()).toContain('<div id="root">');
  const [, ...health]: string[] = JSON.parse(recipe.get('HEALTHCHECK')?.replace(/^.*CMD /, '') ?? '[]');
  const check = health.map((word) => word.replace(':4012', `:${new URL(local).port}`));
  await run(process.execPath, check);
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
  await expect(run(process.execPath, check)).rejects.toMatchObject({ code: 1 });
  const [warning, ...requests] = lines;
  expect(warning).toContain('other machines can reach this server as demo.example.com');
  expect(requests.map((line) => JSON.parse(line).status)).toEqual([200, 200]);
});

it('the service starts with its options, and systemd accepts its unit', async () => {
  const [, unit = ''] = /```ini\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, node = '', script = '', options = ''] = /^ExecStart=(\S+) (\S+) (.*)$/m.exec(unit) ?? [];
  expect(script).toBe('/opt/session-series-demo/server/main.ts');
  const { child } = await start(options.split(' '));
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  const file = join(folder, 'session-series-demo.service');
  await writeFile(file, unit.replace(node, process.execPath));
  // Only systems with systemd can verify it.
  const verified = await run('systemd-analyze', ['verify', file]).catch((error) => error);
  expect(verified.code === 'ENOENT' ? '' : verified.stderr).toBe('');
});

it('the README lists every option of the help, and no others', () => {
  const options = (text: string) => [...new Set(text.match(/--[a-z-]+(?= <|\b)/g))];
  const table = readme.slice(readme.indexOf('## Options of the server'), readme.indexOf('## Host it'));
  expect(options(table).sort()).toEqual(
    options(help)
      .filter((option) => option !== '--help')
      .sort(),
  );
});

it('wrong usage prints one sentence without a stack trace, and exits with 2', async () => {
  const wrong = run(process.execPath, [join(folder, 'server/main.ts'), '--host', '0.0.0.0']);
  await expect(wrong).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^--host 0\.0\.0\.0 .*\n$/),
  });
});
