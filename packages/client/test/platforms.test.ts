import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { startMock } from '@session-series/mock';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
// @ts-expect-error plain JavaScript, as every platform runs it
import { smoke } from '../platforms/smoke.js';

/** The parts of the web platform that the client may use, all in the Minimum Common Web API (ECMA-429). */
const webPlatform = {
  AbortController,
  Blob,
  btoa,
  clearTimeout,
  fetch,
  FormData,
  Headers,
  Request,
  Response,
  setTimeout,
  URL,
};

test('the built client works on this platform', async () => {
  await using mock = await startMock({ port: 0 });
  expect(await smoke(mock.url)).toBe('all is well');
});

test('the built client needs nothing but JavaScript and a part of the web platform, as edge workers have it', async () => {
  await using mock = await startMock({ port: 0 });
  const { outputFiles } = await build({
    entryPoints: [new URL('../platforms/smoke.js', import.meta.url).pathname],
    bundle: true,
    // Fails on any import from Node.js.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'iife',
    globalName: 'program',
    write: false,
  });
  const context = createContext({ ...webPlatform });
  runInContext(outputFiles[0]?.text ?? '', context);
  expect(await runInContext(`program.smoke('${mock.url}')`, context)).toBe('all is well');
});

test('a process ends as soon as its calls have', async () => {
  await using mock = await startMock({ port: 0 });
  const main = new URL('../platforms/main.js', import.meta.url).pathname;
  // With a timer left of 30 seconds, it would be killed.
  const { stdout } = await promisify(execFile)(process.execPath, [main, mock.url], { timeout: 20_000 });
  expect(stdout).toBe('all is well\n');
});
