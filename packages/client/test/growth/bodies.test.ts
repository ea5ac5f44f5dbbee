import { describe, expect, test } from 'vitest';
import { BadRequestError, InvalidResponseError } from '../../src/index.ts';
import { growthClient } from './growth-client.ts';

const { operations, start } = await growthClient('bodies');

describe('bodies arrive in their media types', () => {
  test('a JSON body arrives, and the response has status 201', async () => {
    const { call, last } = start();
    const body = { number: 41, length: 9, features: ['power'], keeper: { name: 'Ada Lund', phone: null } };
    const { status } = await call('createBerth', { body }).withResponse();
    expect(status).toBe(201);
    expect(last()).toMatchObject({ body, headers: { 'content-type': 'application/json' } });
  });

  test('a merge patch arrives, and a 204 returns undefined', async () => {
    const { call, last } = start();
    expect(await call('updateBerth', { path: { berth_id: 'brt_3' }, body: { draft: null } })).toBe(undefined);
    expect(last()).toMatchObject({
      body: { draft: null },
      headers: { 'content-type': 'application/merge-patch+json' },
    });
  });

  test('a form body arrives in the styles of its encoding', async () => {
    const { call, last } = start();
    const body = {
      grant_type: 'password',
      username: 'ada & co',
      password: 'correct-horse',
      scope: ['a', 'b'],
    };
    await call('createToken', { body });
    expect(last()?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(last()?.body).toMatchObject({
      grant_type: 'password',
      username: 'ada & co',
      password: 'correct-horse',
    });
  });

  test('a multipart body arrives, with a file and an object', async () => {
    const { call, last } = start();
    const document = new Blob(['%PDF'], { type: 'application/pdf' });
    await call('uploadManifest', { body: { vessel: 'vsl_8', document, details: { pages: 2 } } });
    expect(last()?.body).toMatchObject({ vessel: 'vsl_8', document: '%PDF', details: { pages: 2 } });
  });

  test('a binary body arrives unchanged', async () => {
    const { call, last } = start();
    await call('putChart', { path: { berth_id: 'brt_3' }, body: new Uint8Array([80, 78, 71]) });
    expect(last()).toMatchObject({ body: 'PNG', headers: { 'content-type': 'application/octet-stream' } });
  });

  test('a stream as a body is refused, since it could not be sent again', async () => {
    const { call, received } = start();
    const body = new Blob(['PNG']).stream();
    await expect(call('putChart', { path: { berth_id: 'brt_3' }, body })).rejects.toThrow(
      'body: expected text, bytes or a Blob, which can be sent again, got ReadableStream',
    );
    expect(received).toHaveLength(0);
  });

  test('an optional body may be left out, a required one may not', async () => {
    const { call, received } = start();
    const { status } = await call('requestInspection', { path: { vessel_id: 'vsl_8' } }).withResponse();
    expect(status).toBe(202);
    await expect(call('createBerth', {})).rejects.toThrow('createBerth: a body is required');
    expect(received).toHaveLength(1);
  });
});

describe('responses are read in their media types', () => {
  test.for([
    [
      'application/json',
      [
        { day: '2026-05-01', occupied: true },
        { day: '2026-05-02', occupied: false },
      ],
    ],
    ['text/csv', 'day,occupied\n2026-05-01,true\n2026-05-02,false\n'],
  ])('a response in %s is read if the call accepts it', async ([accept, expected]) => {
    const { call } = start();
    const given = { path: { berth_id: 'brt_3' }, query: { from: '2026-05-01', days: 2 } };
    expect(await call('getOccupancy', given, { headers: { Accept: accept } })).toEqual(expected);
  });

  test('a text response is read as a string', async () => {
    expect(await start().call('getStatus')).toBe('ok');
  });

  test('a binary response is read as a Blob', async () => {
    const bytes = () =>
      new Response(new Uint8Array([0, 255, 7]), { headers: { 'content-type': 'application/octet-stream' } });
    const { call } = start({}, { getChart: bytes });
    const chart = await call('getChart', { path: { berth_id: 'brt_3' } });
    expect(chart).toBeInstanceOf(Blob);
    expect(new Uint8Array(await (chart as Blob).arrayBuffer())).toEqual(new Uint8Array([0, 255, 7]));
  });

  test('problem details become the message of an error with the class of its status', async () => {
    const refused = { title: 'Number taken', status: 409, detail: 'Berth 41 exists.' };
    const { call } = start({}, { createBerth: () => Response.json(refused, { status: 409 }) });
    const error = await call('createBerth', { body: { number: 41, length: 9 } }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({
      status: 409,
      detail: 'Berth 41 exists.',
      message: 'POST https://larkhaven.example/berths: 409 Berth 41 exists.',
    });
  });
});

describe('responses are checked by their schemas', () => {
  const berth = {
    id: 'brt_3',
    number: 3,
    state: 'free',
    length: 12.5,
    draft: null,
    features: [],
    labels: {},
  };
  test.for([
    ['an enum', 'getBerth', { ...berth, state: 'sold' }, '/state must be equal to one of the allowed values'],
    ['a type list', 'getBerth', { ...berth, draft: 'deep' }, '/draft must be number,null'],
    ['a free-form map', 'getBerth', { ...berth, labels: { pier: 7 } }, 'body/labels/pier must be string'],
    ['a bound', 'getBerth', { ...berth, length: 0 }, '/length must be > 0'],
    [
      'a recursive schema',
      'getFleet',
      { name: 'A', fleets: [{ name: 'B', fleets: [{}] }] },
      "body/fleets/0/fleets/0 must have required property 'name'",
    ],
    [
      'one of several kinds',
      'getVessel',
      { kind: 'ferry', name: 'A' },
      "must have required property 'passengers'",
    ],
    [
      'a pattern of names',
      'getVessel',
      { kind: 'cargo', name: 'A', tonnage: 1, hazards: { ten: 'x' } },
      '/hazards must NOT have additional properties',
    ],
    [
      'a sum of schemas',
      'requestBooking',
      { id: 'b', decision: 'pending', vessel: { kind: 'yacht', name: 'P' }, nights: [] },
      '/nights must NOT have fewer than 1 items',
    ],
  ] as const)('a response that breaks the schema is refused: %s', async ([_, name, value, message]) => {
    const status = name === 'requestBooking' ? 202 : 200;
    const { call } = start({}, { [name]: () => Response.json(value, { status }) });
    const given = {
      getBerth: { path: { berth_id: 'brt_3' } },
      getFleet: { path: { fleet_id: 12 } },
      getVessel: { path: { vessel_id: 'vsl_8' } },
      requestBooking: {
        path: { berth_id: 'brt_3' },
        body: { vessel: { kind: 'yacht', name: 'P' }, nights: ['2026-06-12'] },
      },
    }[name];
    const error = await call(name, given).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(String(error)).toContain(message);
  });

  test('each operation’s own example passes the check', async () => {
    const { call } = start();
    const given: Record<string, unknown> = {
      getOccupancy: { path: { berth_id: 'brt_3' }, query: { from: '2026-05-01' } },
      getForecasts: { path: { stations: ['LRK'] } },
    };
    for (const name of [
      'listBerths',
      'getBerth',
      'getVessel',
      'getOccupancy',
      'getForecasts',
      'getStatus',
    ] as const) {
      const path = { berth_id: 'brt_3', vessel_id: 'vsl_8' };
      const own = Object.fromEntries(
        Object.entries(path).filter(([key]) => operations[name]?.path.includes(`{${key}}`)),
      );
      await call(name, given[name] ?? (Object.keys(own).length > 0 ? { path: own } : undefined));
    }
  });
});
