import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMockServer } from '../src/index.ts';
import { CliProcess } from './support/cli-process.ts';
import { deviations, type Exchanged, faithful, orders } from './support/deviations.ts';
import { upstreamApi } from './support/upstream.ts';

const folder = mkdtempSync(join(tmpdir(), 'engine-'));
const file = join(folder, 'orders.json');
writeFileSync(file, JSON.stringify(orders));

/** The API: what it answers next. */
let next: (incoming: IncomingMessage, response: ServerResponse) => void;
const api = upstreamApi((incoming, response) => {
  incoming.resume();
  incoming.on('end', () => next(incoming, response));
});

const json = { 'content-type': 'application/json' };

/** Sends a request by a proxy, to an API that gives the answer of the exchange. */
async function exchange(url: string, exchanged: Exchanged): Promise<Response> {
  const { method = 'GET', path, isAnonymous = false, body, status, headers = json, answer } = exchanged;
  next = (_incoming, response) => {
    response.writeHead(status, headers).end(typeof answer === 'object' ? JSON.stringify(answer) : answer);
  };
  return fetch(url + path, {
    method,
    redirect: 'manual',
    headers: { ...(isAnonymous ? {} : { 'X-Shop': 'the key' }), ...(body === undefined ? {} : json) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test('an API that follows its contract has no differences', async () => {
  await using proxy = new CliProcess(file, '--port', '0', '--proxy', api.url);
  const url = await proxy.url();
  for (const one of faithful) expect((await exchange(url, one)).status).toBe(one.status);
  proxy.child.kill('SIGTERM');
  const { stderr } = await proxy.end();
  expect(stderr).toBe(`Compared ${faithful.length} exchanges with the contract: no differences.\n`);
});

test('all deviations of an API from its contract are found while recording, and the recording gives the same answers', async () => {
  const recording = join(folder, 'orders.jsonl');
  const statuses: number[] = [];
  {
    await using proxy = new CliProcess(file, '--port', '0', '--proxy', api.url, '--record', recording);
    const url = await proxy.url();
    for (const one of deviations) {
      statuses.push((await exchange(url, one)).status);
      // Each is printed once, however often it is met.
      await exchange(url, one);
    }
    proxy.child.kill('SIGTERM');
    const { stderr } = await proxy.end();
    const lines = stderr.trim().split('\n');
    expect(lines).toEqual([
      ...deviations.map(({ reported }) => expect.stringContaining(`drift: ${reported}`)),
      `Compared ${2 * deviations.length} exchanges with the contract: ${deviations.length} differences.`,
    ]);
  }
  expect(statuses).toEqual(deviations.map(({ status }) => status));
  const text = readFileSync(recording, 'utf8');
  expect(text.trim().split('\n')).toHaveLength(2 * deviations.length);
  expect(text).not.toContain('the key');
  await using replay = new CliProcess(file, '--port', '0', '--replay', recording);
  const url = await replay.url();
  const last = deviations.at(-1);
  expect(last === undefined ? 0 : (await exchange(url, last)).status).toBe(204);
});

describe('a proxy', () => {
  test('a proxy forwards large binary bodies and cookies, and records only the body', async () => {
    const recording = join(folder, 'large.jsonl');
    const bytes = Buffer.alloc(400_000, 0xff);
    await using proxy = new CliProcess(file, '--port', '0', '--proxy', api.url, '--record', recording);
    const url = await proxy.url();
    next = (_incoming, response) => {
      response
        .writeHead(200, { 'content-type': 'image/png', 'set-cookie': ['a=1; Path=/', 'b=2'] })
        .end(bytes);
    };
    const response = await fetch(`${url}/orders/7`);
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    const { response: recorded } = JSON.parse(readFileSync(recording, 'utf8'));
    expect(recorded.headers).not.toHaveProperty('set-cookie');
    expect(Buffer.from(recorded.body, 'base64').equals(bytes)).toBe(true);
  });

  test('a proxy records no password, secret or token of a body, and the recording still matches the same body', async () => {
    const recording = join(folder, 'login.jsonl');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const login = { method: 'POST', headers: form, body: 'user=ada&password=s3cret&client_secret=s3cret' };
    {
      await using proxy = new CliProcess(file, '--port', '0', '--proxy', api.url, '--record', recording);
      const url = await proxy.url();
      next = (_incoming, response) => {
        response.writeHead(200, json).end('{"access_token": "s3cret", "next_token": "page 2"}');
      };
      expect(await (await fetch(`${url}/login`, login)).text()).toContain('s3cret');
    }
    expect(readFileSync(recording, 'utf8')).not.toContain('s3cret');
    await using replay = new CliProcess(file, '--port', '0', '--replay', recording);
    const replayed = await fetch(`${await replay.url()}/login`, login);
    expect(await replayed.json()).toEqual({ access_token: '***', next_token: 'page 2' });
  });

  test('a proxy leaves an earlier recording unchanged if the mock cannot start', async () => {
    const recording = join(folder, 'earlier.jsonl');
    writeFileSync(recording, 'earlier\n');
    await using taken = await createMockServer(orders, { port: 0 });
    const { port } = new URL(taken.url);
    const { code } = await new CliProcess(
      file,
      '--port',
      port,
      '--proxy',
      api.url,
      '--record',
      recording,
    ).end();
    expect([code, readFileSync(recording, 'utf8')]).toEqual([1, 'earlier\n']);
  });

  test('a proxy forwards the answer with a warning if an exchange cannot be recorded', async () => {
    const gone = mkdtempSync(join(folder, 'gone-'));
    await using proxy = new CliProcess(
      file,
      '--port',
      '0',
      '--proxy',
      api.url,
      '--record',
      join(gone, 'a.jsonl'),
    );
    const url = await proxy.url();
    rmSync(gone, { recursive: true });
    const [first] = faithful;
    expect(first === undefined ? 0 : (await exchange(url, first)).status).toBe(200);
    proxy.child.kill('SIGTERM');
    const { stderr } = await proxy.end();
    expect(stderr).toContain('a.jsonl: there is no such file or folder.\n');
    expect(stderr).toMatch(/^Not recorded: --record /);
  });
});
