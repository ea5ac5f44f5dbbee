import { describe, expect, test } from 'vitest';
import { createMockFetch, Mock } from '../src/browser.ts';
import { growth } from './support/growth.ts';
import { pets } from './support/pets.ts';

const url = 'https://mock.invalid/pets?limit=2';

describe('consistency of faults', () => {
  test('a forced 429 has no budget left, and a reset within two seconds', async () => {
    const response = await createMockFetch(pets, { faults: 'status=429', rateLimit: 1000 })(url);
    expect(response.status).toBe(429);
    expect(response.headers.get('x-ratelimit-limit')).toBe('1000');
    expect(response.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Number(response.headers.get('x-ratelimit-reset')) - Date.now() / 1000).toBeLessThanOrEqual(2);
    expect(response.headers.get('retry-after')).toBe('1');
  });

  test('a forced status has Retry-After, and a forced 401 a challenge', async () => {
    const busy = await createMockFetch(pets, { faults: 'status=400' })(url);
    expect(busy.headers.get('retry-after')).toBe('1');
    const refused = await createMockFetch(growth, { faults: 'status=401' })('https://mock.invalid/berths', {
      method: 'POST',
    });
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    const teapot = await createMockFetch(growth, { faults: 'status=418' })('https://mock.invalid/berths');
    expect(await teapot.json()).toMatchObject({ status: 418 });
    const wrongMethod = await createMockFetch(growth)('https://mock.invalid/berths', { method: 'PURGE' });
    expect(await wrongMethod.json()).toMatchObject({ status: 405, title: 'Method Not Allowed' });
  });

  test('the 429 of a used-up limit has Retry-After', async () => {
    const fetch = createMockFetch(pets, { rateLimit: 1, rateLimitWindow: 86_400 });
    expect((await fetch(url)).status).toBe(200);
    const refused = await fetch(url);
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get('x-ratelimit-reset')) - Math.floor(Date.now() / 1000);
    expect(Math.abs(Number(refused.headers.get('retry-after')) - wait)).toBeLessThanOrEqual(1);
  });

  test('the sequence of one request does not use up that of another', async () => {
    const mock = new Mock(pets, { faults: 'sequence=500|503' });
    const fetch = createMockFetch(mock);
    const status = async (faults?: string) =>
      (await fetch(url, faults === undefined ? {} : { headers: { 'X-Mock-Faults': faults } })).status;
    expect(await status('sequence=429|404')).toBe(429);
    expect(await status()).toBe(503);
    expect(await status('sequence=401')).toBe(401);
    expect(await status('sequence=429|404')).toBe(404);
    expect(await status()).toBe(200);
    // The same header at another URL, or in another test, starts from its first step.
    const other = async (target: string, headers = {}) =>
      (await fetch(target, { headers: { 'X-Mock-Faults': 'sequence=429|404', ...headers } })).status;
    expect(await other('https://mock.invalid/pets/7')).toBe(429);
    expect(await other(url, { 'X-Mock-Isolation': 'another test' })).toBe(429);
    expect(await status('sequence=500; sequence=503|404')).toBe(503);
  });

  test('a fault for one operation leaves the others alone', async () => {
    const fetch = createMockFetch(pets, { faults: 'getPet: status=503; listPets: sequence=500' });
    expect((await fetch('https://mock.invalid/pets/7')).status).toBe(503);
    expect([(await fetch(url)).status, (await fetch(url)).status]).toEqual([500, 200]);
  });

  test('the header of a request has no limit, and its fault for another operation leaves the request alone', async () => {
    const fetch = createMockFetch(pets);
    const ask = async (faults: string) => fetch(url, { headers: { 'X-Mock-Faults': faults } });
    expect((await ask('getPet: status=503')).status).toBe(200);
    expect((await ask('listPets: status=503')).status).toBe(503);
    expect(await (await ask('limit=5/10s')).json()).toEqual({
      message: 'X-Mock-Faults: a limit is for all requests. Expected it in the faults of the mock.',
    });
  });
});
