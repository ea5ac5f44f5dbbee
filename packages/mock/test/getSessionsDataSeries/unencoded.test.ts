import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningMock, startMock } from '../../src/index.ts';
import { violations } from '../error-schema.ts';
import { getRaw, sendBytes } from '../raw-request.ts';

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

test('a valid query of 100 kB is answered', async () => {
  const { status } = await getRaw(mock.url, `/sessions/data_series?length=2&app_id=${'a'.repeat(100_000)}`, {
    Authorization: 'Bearer any',
  });
  expect(status).toBe(200);
});

test('the unencoded request of the French page is answered with the nearest names and with all names', async () => {
  const query =
    'Longueur=14&unité=jour&finalisation_à=2018-06-28T23:59:59-5:00&app_id={{app_identifier}}&identifiant_segment={{segment_identifier}}';
  const request = `GET /sessions/data_series?${query} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer any\r\n\r\n`;
  const [head = '', body = ''] = (await sendBytes(mock.url, request)).split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(violations(400, body)).toEqual([]);
  const { errors } = JSON.parse(body);
  for (const [wrong, right] of [
    ['unité', 'unit'],
    ['identifiant_segment', 'segment_id'],
  ]) {
    expect(errors).toContainEqual(expect.stringMatching(`^${wrong}: .* Did you mean ${right}\\?`));
  }
  for (const far of ['Longueur', 'finalisation_à']) {
    expect(errors).toContainEqual(
      expect.stringMatching(`^${far}: .* no such parameter. Expected only length, unit, ending_at`),
    );
  }
  expect(errors).toContain('length: is missing. Expected an integer from 1 to 100.');
});

test('an unencoded value is read as it is, and half a request is refused', async () => {
  const answer = await sendBytes(
    mock.url,
    'GET /sessions/data_series?length=1&app_id=é HTTP/1.1\r\nHost: x\r\nauthorization: Bearer k\r\n\r\n',
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n.*"success"/s);
  expect(await sendBytes(mock.url, 'GET /é')).toMatch(
    /^HTTP\/1\.1 400 .*percent-encoding, such as %C3%A9 for é/s,
  );
});

test('a NUL byte in a value is answered 400 in the shape of the contract', async () => {
  const answer = await sendBytes(
    mock.url,
    'GET /sessions/data_series?length=\0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\n\r\n',
  );
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 400 /);
  expect(violations(400, body)).toEqual([]);
});
