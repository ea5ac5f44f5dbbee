import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sharedOptions as known } from 'openapi-mock-engine/command';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const room = new URL('..', import.meta.url).pathname;
const lines = readFileSync(join(room, 'Dockerfile'), 'utf8').split('\n');
const compose = readFileSync(join(room, 'compose.yaml'), 'utf8');

/** The arguments of each occurrence of an instruction. */
const instruction = (name: string): string[] =>
  lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
const last = (name: string): string => instruction(name).at(-1) ?? '';
const argv = (text: string): string[] => JSON.parse(text.slice(text.indexOf('[')));

// The folder that the image has at /mock, as `npm install` leaves it.
const image = mkdtempSync(join(tmpdir(), 'mock-image-'));
beforeAll(() => {
  mkdirSync(join(image, 'node_modules/@session-series'), { recursive: true });
  symlinkSync(room, join(image, 'node_modules', manifest.name));
});
afterAll(() => rmSync(image, { recursive: true }));

describe('the Dockerfile', () => {
  test('the Dockerfile is based on an exact, small and supported Node.js', () => {
    const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(manifest.engines.node) ?? []).map(Number);
    for (const from of instruction('FROM')) {
      const [, haveMajor = 0, haveMinor = 0] = (
        /^node:(\d+)\.(\d+)\.\d+-alpine( AS \w+)?$/.exec(from) ?? []
      ).map(Number);
      expect(haveMajor * 1000 + haveMinor).toBeGreaterThanOrEqual(Number(major) * 1000 + Number(minor));
    }
  });

  test('the Dockerfile installs no development, peer or optional packages, and runs no install scripts', () => {
    for (const option of ['--omit=dev', '--omit=peer', '--omit=optional', '--ignore-scripts'])
      expect(last('RUN')).toContain(option);
  });

  test('the packed packages that the Dockerfile installs are in its context, and the README packs them', () => {
    const [copied = ''] = instruction('COPY').filter((line) => !line.startsWith('--from'));
    const files = copied.split(' ').slice(0, -1);
    expect(files.length).toBeGreaterThan(0);
    const context = readFileSync(join(room, '.dockerignore'), 'utf8').trim().split('\n');
    expect(context).toEqual(['*', ...files.map((file) => `!${file}`)]);
    const readme = readFileSync(join(room, 'README.md'), 'utf8');
    for (const file of files) {
      expect(readme).toContain(`pack --out packages/mock/${file}`);
      expect(last('RUN')).toContain(`./${file}`);
    }
  });

  test('the image does not run as root, and exposes the default port', () => {
    expect(last('USER')).toBe('node');
    expect(lines.indexOf('USER node')).toBeGreaterThan(
      lines.findLastIndex((line) => line.startsWith('FROM')),
    );
    expect(last('EXPOSE')).toBe(known.port.default);
  });

  test('the entry point of the image starts, passes its health check, and exits with 0 on SIGTERM', async () => {
    const [program = '', ...args] = argv(last('ENTRYPOINT'));
    expect(program).toBe('node');
    const child = spawn(process.execPath, [...args, '--port', '0'], { cwd: image });
    const [banner] = await once(child.stdout, 'data');
    const [, port = ''] = /listens on http:\/\/0\.0\.0\.0:(\d+)/.exec(String(banner)) ?? [];
    // Outside the image, process 1 is a different one, so the check gets its command line as a file.
    const commandLine = join(image, 'cmdline');
    const [, ...check] = argv(last('HEALTHCHECK'));
    for (const [ask, code] of [
      [`\0--port\0${port}\0`, 0],
      [`\0--port=${port}\0`, 0],
      ['\0--port\0' + '1\0', 1],
      // The check speaks TLS, and this server does not.
      [`\0--port\0${port}\0--https\0`, 1],
    ] as const) {
      writeFileSync(commandLine, `node\0cli.js${ask}`);
      const words = check.map((word) => word.replace('/proc/1/cmdline', commandLine));
      const checked = promisify(execFile)(process.execPath, words);
      if (code === 0) await checked;
      else await expect(checked).rejects.toMatchObject({ code });
    }
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });
});

test('compose.yaml builds the image, publishes its port to this machine only, and drops privileges', () => {
  expect(compose).toContain('build: .');
  expect(compose).toContain(`127.0.0.1:${known.port.default}:${known.port.default}`);
  for (const line of ['read_only: true', 'cap_drop: [ALL]']) expect(compose).toContain(line);
});
