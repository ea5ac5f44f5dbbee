import { controlRoutes } from 'openapi-mock-engine/command';
import { expect, test } from 'vitest';
import { startMock } from '../src/index.ts';
import { headers, operation, target } from './contract.ts';
import { json } from './json.ts';

const { pathname, searchParams } = new URL(target, 'https://mock.invalid');

test('the control API lists the requests for assertions, and forgets them on demand', async () => {
  await using mock = await startMock({ port: 0 });
  await fetch(`${mock.url}${target}`, { headers });
  await fetch(`${mock.url}/nowhere`, { method: 'POST', body: 'x' });
  const listed = await (await fetch(`${mock.url}/_mock/requests`)).json();
  expect(listed).toEqual({
    total: 2,
    requests: [
      {
        operationId: operation.id,
        method: 'GET',
        path: pathname,
        query: Object.fromEntries(searchParams),
        status: 200,
        at: expect.any(String),
      },
      {
        method: 'POST',
        path: '/nowhere',
        query: {},
        status: 404,
        message: expect.stringContaining('there is nothing at "/nowhere"'),
        at: expect.any(String),
      },
    ],
  });
  for (const secret of Object.values(headers)) expect(JSON.stringify(listed)).not.toContain(secret);
  expect(mock.requests().map(({ status }) => status)).toEqual([200, 404]);
  expect((await fetch(`${mock.url}/_mock/requests`, { method: 'DELETE' })).status).toBe(204);
  expect(mock.requests()).toEqual([]);
});

test('the control API keeps the latest thousand requests, and the total of all', async () => {
  await using mock = await startMock({ port: 0 });
  for (let index = 0; index < 1005; index += 1) await (await fetch(`${mock.url}/${index}`)).text();
  const { total, requests } = await json<{ requests: { path: string }[] }>(
    fetch(`${mock.url}/_mock/requests`),
  );
  expect(total).toBe(1005);
  expect(requests).toHaveLength(1000);
  expect([requests[0]?.path, requests.at(-1)?.path]).toEqual(['/5', '/1004']);
}, 30_000);

test('the control API changes the faults, and reset restores the initial ones', async () => {
  await using mock = await startMock({ port: 0, faults: 'sequence=500' });
  const put = (body: string) => fetch(`${mock.url}/_mock/faults`, { method: 'PUT', body });
  const status = async () => (await fetch(`${mock.url}${target}`, { headers })).status;
  expect((await put('{"faults":"status=503"}')).status).toBe(204);
  expect(await status()).toBe(503);
  expect((await fetch(`${mock.url}/_mock/faults`, { method: 'DELETE' })).status).toBe(204);
  expect(await status()).toBe(200);
  expect((await fetch(`${mock.url}/_mock/reset`, { method: 'POST' })).status).toBe(204);
  expect(await status()).toBe(500);
  expect((await json(fetch(`${mock.url}/_mock`))).faults).toBe('sequence=500');
});

test.for(['', 'x', '{}', '{"faults":1}', '{"faults":"nonsense"}'])(
  'the control API refuses %j as faults',
  async (body) => {
    await using mock = await startMock({ port: 0 });
    const response = await fetch(`${mock.url}/_mock/faults`, { method: 'PUT', body });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: expect.stringMatching(/Expected|expected/) });
  },
);

test('the index of the control API describes each endpoint', async () => {
  await using mock = await startMock({ port: 0 });
  const index = await json<{ control: Record<string, string> }>(fetch(`${mock.url}/_mock`));
  expect(Object.keys(index.control)).toEqual([...controlRoutes.keys()]);
});

test('an unknown control URL is answered with the list of endpoints', async () => {
  await using mock = await startMock({ port: 0 });
  const response = await fetch(`${mock.url}/_mock/request`);
  expect(response.status).toBe(404);
  expect((await json(response)).message).toContain('/_mock/requests');
});
