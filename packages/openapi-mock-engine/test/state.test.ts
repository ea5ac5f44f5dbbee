import { expect, test } from 'vitest';
import { createMockFetch } from '../src/browser.ts';
import { pets } from './support/pets.ts';

function client(isolation?: string) {
  const fetch = createMockFetch(pets, { state: true });
  return async (method: string, path: string, body?: object, as = isolation) => {
    const response = await fetch(`https://mock.invalid${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(as === undefined ? {} : { 'X-Mock-Isolation': as }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      location: response.headers.get('location'),
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
}

test('a resource that was created is found, listed, changed and removed', async () => {
  const ask = client();
  expect(await ask('GET', '/pets')).toMatchObject({ status: 200, body: [] });
  const rex = await ask('POST', '/pets', { name: 'Rex', tag: 'dog' });
  expect(rex).toMatchObject({
    status: 201,
    location: `/pets/${rex.body.id}`,
    body: { name: 'Rex', tag: 'dog' },
  });
  const mia = await ask('POST', '/pets', { name: 'Mia' });
  expect(mia.body.id).not.toBe(rex.body.id);
  expect((await ask('GET', `/pets/${rex.body.id}`)).body).toEqual(rex.body);
  expect((await ask('GET', '/pets')).body).toEqual([rex.body, mia.body]);
  expect((await ask('GET', '/pets?limit=1')).body).toEqual([rex.body]);
  expect((await ask('PATCH', `/pets/${rex.body.id}`, { tag: null, name: 'Max' })).body).toMatchObject({
    id: rex.body.id,
    name: 'Max',
  });
  expect((await ask('GET', `/pets/${rex.body.id}`)).body).not.toHaveProperty('tag');
  expect((await ask('PUT', `/pets/${rex.body.id}`, { name: 'Ben' })).body).toEqual({
    id: rex.body.id,
    name: 'Ben',
  });
  expect((await ask('DELETE', `/pets/${rex.body.id}`)).status).toBe(204);
  expect(await ask('GET', `/pets/${rex.body.id}`)).toMatchObject({
    status: 404,
    body: { message: expect.stringContaining('Create it first.') },
  });
  expect((await ask('DELETE', `/pets/${rex.body.id}`)).status).toBe(404);
  expect((await ask('POST', '/pets', { nam: 'Rex' })).status).toBe(400);
});

test('isolated tests do not see each other’s resources', async () => {
  const ask = client();
  await ask('POST', '/pets', { name: 'Rex' }, 'one');
  expect((await ask('GET', '/pets', undefined, 'one')).body).toHaveLength(1);
  expect((await ask('GET', '/pets', undefined, 'two')).body).toHaveLength(0);
  expect((await ask('GET', '/pets')).body).toHaveLength(0);
});
