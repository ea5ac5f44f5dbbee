import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContract } from '../src/model/index.ts';
import { findDrift } from '../src/record/drift.ts';
import { CliProcess } from './support/cli-process.ts';
import { pets } from './support/pets.ts';

const contract = readContract(pets);
const json = { 'content-type': 'application/json' };
const request = (method: string, path: string, query = '', body?: string) => ({
  method,
  path,
  query,
  headers: body === undefined ? {} : json,
  ...(body === undefined ? {} : { body }),
});
const answer = (status: number, body: unknown, headers: { [name: string]: string } = json) => ({
  status,
  headers: { ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const pet = { id: 7, name: 'Rex' };

describe('where a real API and its contract differ', () => {
  test('nothing is reported for an API that follows its contract', () => {
    expect(findDrift(contract, request('GET', '/pets', 'limit=2'), answer(200, [pet]))).toEqual([]);
    expect(findDrift(contract, request('POST', '/pets', '', '{"name":"Rex"}'), answer(201, pet))).toEqual([]);
    expect(findDrift(contract, request('GET', '/pets', 'limit=0'), answer(400, { message: 'no' }))).toEqual(
      [],
    );
    expect(findDrift(contract, request('GET', '/nowhere'), answer(404, 'no'))).toEqual([]);
    expect(findDrift(contract, request('DELETE', '/pets/7'), answer(204, '', {}))).toEqual([]);
  });

  test.for([
    [
      'a status that is not documented',
      request('GET', '/pets'),
      answer(202, [pet]),
      'Status 202 is not documented',
    ],
    [
      'another status of an error',
      request('GET', '/pets/7'),
      answer(410, { message: 'x' }),
      'Status 410 is not documented',
    ],
    ['a server error', request('GET', '/pets'), answer(500, 'x'), 'Status 500 is not documented'],
    [
      'another media type',
      request('GET', '/pets'),
      answer(200, '<a/>', { 'content-type': 'text/html' }),
      '"text/html" is not documented for status 200',
    ],
    ['no media type', request('GET', '/pets'), answer(200, [pet], {}), 'Content-Type: is missing'],
    ['an empty body', request('GET', '/pets'), answer(200, '', json), 'Status 200 has no body'],
    ['a body that is not JSON', request('GET', '/pets'), answer(200, '[{'), 'Body: it is not JSON'],
    [
      'an object instead of an array',
      request('GET', '/pets'),
      answer(200, { data: [] }),
      'body: {"data":[]} is not allowed',
    ],
    ['a missing property', request('GET', '/pets/7'), answer(200, { id: 7 }), 'body.name: is missing'],
    [
      'a number as a string',
      request('GET', '/pets/7'),
      answer(200, { ...pet, id: '7' }),
      'body.id: "7" is not allowed',
    ],
    [
      'null',
      request('GET', '/pets/7'),
      answer(200, { ...pet, name: null }),
      'body.name: null is not allowed',
    ],
    [
      'a wrong format',
      request('GET', '/pets/7'),
      answer(200, { ...pet, owner: { email: 'ada' } }),
      'body.owner.email: "ada" is not allowed',
    ],
    ['a wrong item', request('GET', '/pets'), answer(200, [pet, { id: 1 }]), 'body[1].name: is missing'],
    [
      'a fraction',
      request('GET', '/pets/7'),
      answer(200, { ...pet, id: 7.5 }),
      'body.id: 7.5 is not allowed',
    ],
    [
      'an error in another shape',
      request('GET', '/pets/7'),
      answer(404, { error: 'x' }),
      'body.message: is missing',
    ],
    [
      'a header of another type',
      request('GET', '/pets/7'),
      answer(404, { message: 'x' }, { ...json, 'retry-after': 'soon' }),
      'Header Retry-After: "soon" is not allowed',
    ],
    [
      'a parameter that is accepted',
      request('GET', '/pets', 'limit=0'),
      answer(200, [pet]),
      'limit: 0 is not allowed. Expected an integer from 1 to 100. The API accepted it with 200.',
    ],
    [
      'an unknown parameter that is accepted',
      request('GET', '/pets', 'color=red'),
      answer(200, [pet]),
      'color: "red" is not allowed, since there is no such parameter.',
    ],
    [
      'a valid request that is refused',
      request('GET', '/pets', 'limit=5'),
      answer(400, { message: 'x' }),
      'The request is valid by the contract, but the API refused it with 400.',
    ],
    [
      'a body that is accepted',
      request('POST', '/pets', '', '{"name":""}'),
      answer(201, pet),
      'body.name: "" is not allowed',
    ],
    [
      'a path that is not in the contract',
      request('GET', '/owners'),
      answer(200, []),
      'GET /owners is not in the contract, but the API answered it with 200.',
    ],
    [
      'a method that is not in the contract',
      request('DELETE', '/pets'),
      answer(204, '', {}),
      'DELETE /pets is not in the contract',
    ],
  ] as const)('a comparison of an API with its contract finds %s', ([, sent, received, message]) => {
    const drift = findDrift(contract, sent, { ...received, headers: { ...received.headers } });
    expect(drift.map((one) => one.message)).toContainEqual(expect.stringContaining(message));
  });
});

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const file = join(folder, 'pets.json');
  writeFileSync(file, JSON.stringify(pets));
  let seen: { headers: object }[] = [];
  const upstream = createServer((incoming, response) => {
    seen.push({ headers: incoming.headers });
    incoming.resume();
    incoming.on('end', () =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'sid=secret' })
        .end(`[{"id":${seen.length},"name":"Rex"}]`),
    );
  });
  let api = '';
  beforeAll(async () => {
    upstream.listen(0, '127.0.0.1');
    await once(upstream, 'listening');
    const address = upstream.address();
    api = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => upstream.close());

  test('the command records a real API without credentials, reports where it differs, and replays the recording', async () => {
    seen = [];
    const recording = join(folder, 'recording.jsonl');
    {
      await using proxy = new CliProcess(file, '--port', '0', '--proxy', api, '--record', recording);
      const url = await proxy.url();
      const headers = { Authorization: 'Bearer secret' };
      await fetch(`${url}/pets?limit=1&api_key=secret`, { headers });
      await fetch(`${url}/pets?limit=1`, { headers });
      await fetch(`${url}/pets/7`, { headers });
      proxy.child.kill('SIGTERM');
      const { stderr } = await proxy.end();
      expect(stderr).toContain(
        'drift: getPet response: body: [{"id":3,"name":"Rex"}] is not allowed. Expected an object.',
      );
      expect(stderr).toContain('drift: listPets request: api_key');
    }
    expect(seen[0]).toMatchObject({ headers: { authorization: 'Bearer secret' } });
    expect(readFileSync(recording, 'utf8')).not.toContain('secret');
    expect(readFileSync(recording, 'utf8').trim().split('\n')).toHaveLength(3);
    await using replay = new CliProcess(file, '--port', '0', '--replay', recording);
    const url = await replay.url();
    const answers = async (path: string) => (await fetch(url + path)).text();
    expect([
      await answers('/pets?api_key=another&limit=1'),
      await answers('/pets?limit=1'),
      await answers('/pets?limit=1'),
    ]).toEqual(['[{"id":1,"name":"Rex"}]', '[{"id":2,"name":"Rex"}]', '[{"id":2,"name":"Rex"}]']);
    expect(JSON.parse(await answers('/pets/8'))).toMatchObject({ id: 8 });
  });

  test('an unreachable API is answered with 502 and a message', async () => {
    await using proxy = new CliProcess(file, '--port', '0', '--proxy', 'http://127.0.0.1:9');
    const response = await fetch(`${await proxy.url()}/pets`);
    expect([response.status, await response.text()]).toEqual([
      502,
      expect.stringContaining('The API did not answer'),
    ]);
  });

  test('a broken recording prints one message with the line, and exits with 1', async () => {
    const broken = join(folder, 'broken.jsonl');
    writeFileSync(broken, '\n{"request":{}}\n');
    expect(await new CliProcess(file, '--port', '0', '--replay', broken).end()).toEqual({
      code: 1,
      stdout: '',
      stderr: 'line 2: is not an exchange. Expected request and response.\n',
    });
  });
});
