/** What the README says to those who host the demo, tried out. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { help } from '../server/options.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const readme = await readFile(join(root, 'README.md'), 'utf8');
let folder = '';

/** Only what `files` of package.json names is deployed. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  const { files } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  for (const file of ['package.json', ...files])
    await cp(join(root, file), join(folder, file), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rm(folder, { recursive: true }));

async function start(args: string[]) {
  const child = spawn(process.execPath, [join(folder, 'server/main.ts'), '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, url: String(line), lines };
}

it('the deployed folder serves the page, is ready, logs in JSON and stops by SIGTERM with exit code 0', async () => {
  const { child, url, lines } = await start(['--log']);
  expect(await (await fetch(url)).text()).toContain('<div id="root">');
  expect((await fetch(`${url}readyz`)).status).toBe(200);
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
  expect(lines.map((line) => JSON.parse(line).status)).toEqual([200, 200]);
});

it('the options of the container and of the service are options of the server', async () => {
  const dockerfile = await readFile(join(root, 'Dockerfile'), 'utf8');
  const entry: string[] = JSON.parse(/ENTRYPOINT (.*)/.exec(dockerfile)?.[1] ?? '[]');
  const service = /ExecStart=\S+ \S+ (.*)/.exec(readme)?.[1]?.split(' ') ?? [];
  const { child, lines } = await start([...entry.slice(2), ...service]);
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(lines).toEqual([
    expect.stringContaining('other machines can reach this server as demo.example.com'),
  ]);
});

it('the README has every option of the help, and no other', () => {
  const options = (text: string) => [...new Set(text.match(/--[a-z-]+(?= <|\b)/g))];
  const table = readme.slice(readme.indexOf('## Options of the server'), readme.indexOf('## Host it'));
  expect(options(table).sort()).toEqual(
    options(help)
      .filter((option) => option !== '--help')
      .sort(),
  );
});

it('wrong usage is one sentence, without a stack trace, and exit code 2', async () => {
  const run = promisify(execFile)(process.execPath, [join(folder, 'server/main.ts'), '--host', '0.0.0.0']);
  await expect(run).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^--host 0\.0\.0\.0 .*\n$/),
  });
});
