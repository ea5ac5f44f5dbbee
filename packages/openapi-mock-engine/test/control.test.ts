import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createMockServer } from '../src/index.ts';
import { pets } from './support/pets.ts';

/** Sends a request with headers that `fetch` does not allow, such as Host and Origin. */
function send(
  url: string,
  method: string,
  headers: { [name: string]: string },
  body = '',
): Promise<{ status: number; headers: { [name: string]: unknown }; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, headers: { ...headers, 'content-length': Buffer.byteLength(body) }, agent: false },
      (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('the control API', () => {
  test('the control API is closed to pages of other origins, with and without a preflight', async () => {
    await using mock = await createMockServer(pets, { port: 0, faults: 'status=503' });
    const foreign = { Origin: 'https://evil.example' };
    for (const [method, path] of [
      ['GET', '/_mock/requests'],
      ['POST', '/_mock/reset'],
      ['DELETE', '/_mock/faults'],
    ] as const) {
      const answer = await send(mock.url + path, method, foreign);
      expect(answer.status).toBe(403);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
    const preflight = await send(`${mock.url}/_mock/faults`, 'OPTIONS', {
      ...foreign,
      'Access-Control-Request-Method': 'PUT',
    });
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
    expect(preflight.status).toBeGreaterThanOrEqual(400);
    expect((await send(`${mock.url}/_mock/requests`, 'GET', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(
      403,
    );
    expect((await fetch(`${mock.url}/pets`)).status).toBe(503);
  });

  test('the control API refuses a host name that resolves to this machine (DNS rebinding)', async () => {
    await using mock = await createMockServer(pets, { port: 0 });
    const { port } = new URL(mock.url);
    expect((await send(`${mock.url}/_mock/requests`, 'GET', { Host: `evil.example:${port}` })).status).toBe(
      403,
    );
    for (const host of [
      `127.0.0.1:${port}`,
      `localhost:${port}`,
      `mock.localhost:${port}`,
      `[::1]:${port}`,
    ]) {
      expect((await send(`${mock.url}/_mock/requests`, 'GET', { Host: host })).status).toBe(200);
    }
  });

  test('the control API can be off, or protected by a token', async () => {
    await using off = await createMockServer(pets, { port: 0, control: false });
    expect((await fetch(`${off.url}/_mock`)).status).toBe(404);
    await using guarded = await createMockServer(pets, { port: 0, control: { token: 'open sesame' } });
    expect((await fetch(`${guarded.url}/_mock`)).status).toBe(401);
    expect((await fetch(`${guarded.url}/_mock`, { headers: { Authorization: 'Bearer open' } })).status).toBe(
      401,
    );
    const answer = await send(`${guarded.url}/_mock`, 'GET', {
      Authorization: 'Bearer open sesame',
      Host: 'mock.test',
    });
    expect(answer.status).toBe(200);
  });

  test('the control API shows requests by operation, and the coverage as JSON and as a table', async () => {
    await using mock = await createMockServer(pets, { port: 0 });
    await fetch(`${mock.url}/pets?limit=2`);
    await fetch(`${mock.url}/pets?limit=0`);
    await fetch(`${mock.url}/pets/7`);
    await fetch(`${mock.url}/a_b`);
    const listed = await (await fetch(`${mock.url}/_mock/requests?operationId=listPets&status=400`)).json();
    expect(listed).toMatchObject({
      total: 4,
      requests: [{ operationId: 'listPets', status: 400, query: { limit: '0' } }],
    });
    const coverage = await (await fetch(`${mock.url}/_mock/coverage`)).json();
    expect(coverage).toHaveProperty('total', {
      operations: { covered: 3, of: 7 },
      statuses: { covered: 4, of: 12 },
      parameters: { covered: 2, of: 6 },
      examples: { covered: 1, of: 1 },
    });
    const table = await (await fetch(`${mock.url}/_mock/coverage?format=table`)).text();
    expect(table).toMatch(/^GET \/pets +2 +429 +query a_b +-$/m);
    expect(table).toContain('3 of 7 operations, 4 of 12 statuses, 2 of 6 parameters, 1 of 1 examples');
  });

  test('the control API sends a webhook of the contract to this machine, valid by its schema, and nowhere else', async () => {
    let received = '';
    const receiver = createServer((incoming, response) => {
      incoming.on('data', (chunk) => {
        received += chunk;
      });
      incoming.on('end', () => response.writeHead(204).end());
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const address = receiver.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`;
    await using mock = await createMockServer(pets, { port: 0 });
    const post = (body: object) =>
      fetch(`${mock.url}/_mock/webhooks`, { method: 'POST', body: JSON.stringify(body) });
    const sent = await post({ webhook: 'petBorn', url });
    expect([sent.status, await sent.json()]).toEqual([200, { status: 204, body: '' }]);
    expect(JSON.parse(received)).toMatchObject({ id: expect.any(Number), name: expect.any(String) });
    for (const [body, words] of [
      [{ webhook: 'petBorn', url: 'https://example.com/' }, 'an address of this machine'],
      [{ webhook: 'petBorn', url: 'http://127.0.0.1.evil.example/' }, 'an address of this machine'],
      [{ webhook: 'petBrn', url }, 'Did you mean petBorn?'],
      [{ webhook: 'petBorn', url, body: { id: 'x' } }, 'body.name: is missing'],
      [{}, 'expected JSON such as'],
    ] as const) {
      const answer = await post(body);
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(words)]);
    }
    receiver.close();
  });
});
