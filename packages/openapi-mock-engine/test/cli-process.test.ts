import { lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMockServer } from '../src/index.ts';
import { CliProcess } from './support/cli-process.ts';
import { pets } from './support/pets.ts';
import { file, folder, write } from './support/pets-folder.ts';

test('--watch reloads the contract and the handlers, and reports an error without stopping', async () => {
  const contract = write('watched.json', JSON.stringify(pets));
  const handlers = write('watched.mjs', 'export const getPet = () => ({ body: { id: 1, name: "one" } });');
  await using mock = new CliProcess(contract, '--port', '0', '--watch', '--handlers', handlers);
  const url = await mock.url();
  const reported = async (pattern: RegExp) => {
    while (!pattern.test(mock.stderr))
      await new Promise((resolve) => mock.child.stderr?.once('data', resolve));
    mock.stderr = '';
  };
  writeFileSync(handlers, 'export const getPet = () => ({ body: { id: 2, name: "two" } });');
  await reported(/Reloaded/);
  expect(await (await fetch(`${url}/pets/7`)).json()).toEqual({ id: 2, name: 'two' });
  writeFileSync(contract, '{');
  await reported(/Not reloaded: /);
  expect((await fetch(`${url}/pets/7`)).status).toBe(200);
});

test('--log-format json and --coverage write machine-readable output, through a link, in the mode of its file', async () => {
  const coverage = join(folder, 'coverage.lcov');
  const linked = join(folder, 'linked.lcov');
  writeFileSync(linked, '', { mode: 0o600 });
  symlinkSync(linked, coverage);
  const indented = join(folder, 'indented.json');
  const pretty = JSON.stringify(pets, null, 2);
  writeFileSync(indented, pretty);
  await using mock = new CliProcess(
    indented,
    '--port',
    '0',
    '--verbose',
    '--log-format',
    'json',
    '--coverage',
    coverage,
  );
  const url = await mock.url();
  await fetch(`${url}/pets?limit=0&api_key=secret`, { headers: { Authorization: 'Bearer secret' } });
  mock.child.kill('SIGTERM');
  const { code, stderr } = await mock.end();
  expect(code).toBe(0);
  expect(JSON.parse(stderr)).toMatchObject({
    operationId: 'listPets',
    status: 400,
    query: 'limit=0&api_key=***',
  });
  expect(stderr).not.toContain('secret');
  expect(lstatSync(coverage).isSymbolicLink()).toBe(true);
  expect(statSync(linked).mode & 0o777).toBe(0o600);
  const lcov = readFileSync(linked, 'utf8');
  const line = pretty.split('\n').findIndex((text) => text.includes('"get": {')) + 1;
  expect(lcov).toContain(`TN:\nSF:${indented}\nFN:${line},listPets\n`);
  expect(lcov).toContain('FNDA:1,listPets');
  expect(lcov).toContain('FNH:1');
});

test('--quiet prints nothing, and the command ends silently when its reader closes the pipe', async () => {
  await using quiet = new CliProcess(file, '--port', '0', '--quiet');
  quiet.child.kill('SIGTERM');
  expect(await quiet.end()).toMatchObject({ stdout: '', stderr: '' });
  await using piped = new CliProcess(file, '--port', '0', '--verbose');
  const url = await piped.url();
  const ended = piped.end();
  piped.child.stderr?.destroy();
  await fetch(`${url}/pets`).catch(() => undefined);
  await fetch(`${url}/pets`).catch(() => undefined);
  expect((await ended).code).toBe(0);
});

test('a killed worker is replaced, and all workers print one line for a busy port', async () => {
  await using mock = new CliProcess(file, '--port', '0', '--workers', '2', '--verbose');
  const url = await mock.url();
  const { execFileSync } = await import('node:child_process');
  const workers = execFileSync('pgrep', ['-P', String(mock.child.pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number);
  expect(workers).toHaveLength(2);
  process.kill(workers[0] ?? 0, 'SIGKILL');
  while (!mock.stderr.includes('another one takes its place'))
    await new Promise((resolve) => mock.child.stderr?.once('data', resolve));
  // The other worker may still be starting, and a connection that was being handed to the killed one is lost.
  const once = () => fetch(`${url}/pets`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
  let answer: Response | undefined;
  while (answer === undefined) answer = await once();
  expect(answer.status).toBe(200);
  mock.child.kill('SIGTERM');
  expect(await mock.end()).toMatchObject({ code: 0 });
  await using busy = await createMockServer(pets, { port: 0 });
  const { port } = new URL(busy.url);
  expect(await new CliProcess(file, '--port', port, '--workers', '2').end()).toEqual({
    code: 1,
    stdout: '',
    stderr: `Port ${port} on 127.0.0.1 is taken by another program. Choose another one with --port.\n`,
  });
});
