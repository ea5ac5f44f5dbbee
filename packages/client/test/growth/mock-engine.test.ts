import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createMockServer, type RunningMock } from 'openapi-mock-engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type ClientOptions, createClientWith, type Operation } from '../../src/index.ts';
import { generate } from './generated-client.ts';

const document = parse(
  readFileSync(fileURLToPath(import.meta.resolve('growth-contract/growth.openapi.yaml')), 'utf8'),
);
const names = Object.values<Record<string, { operationId?: string }>>(document.paths)
  .flatMap((item) => Object.entries(item))
  .filter(([method]) => ['get', 'put', 'post', 'patch', 'delete'].includes(method))
  .map(([, { operationId }]) => operationId ?? 'getTides');

const berth = { path: { berth_id: 'brt_3' } };
const vessel = { path: { vessel_id: 'vsl_8' } };
/** The arguments of each operation that requires any. */
const given: Record<string, unknown> = {
  listBerths: { query: { features: ['power'], states: ['free'], size: { min_length: 8 } } },
  createBerth: { body: { number: 41, length: 9 } },
  getBerth: berth,
  replaceBerth: { ...berth, headers: { 'If-Match': '"v7"' }, body: { number: 3, length: 13 } },
  updateBerth: { ...berth, body: { draft: null } },
  deleteBerth: berth,
  requestBooking: { ...berth, body: { vessel: { kind: 'yacht', name: 'Petrel' }, nights: ['2026-06-12'] } },
  getOccupancy: { ...berth, query: { from: '2026-05-01' } },
  getChart: berth,
  putChart: { ...berth, body: new Uint8Array([1, 2, 3]) },
  getVessel: vessel,
  deleteVessel: vessel,
  updateVesselLabels: { ...vessel, body: { owner: 'north-fleet' } },
  requestInspection: vessel,
  getFleet: { path: { fleet_id: 12 } },
  getForecasts: { path: { stations: ['LRK', 'ISL'] }, query: { window: { from: 0 } } },
  createToken: { body: { grant_type: 'password', username: 'ada', password: 'correct-horse' } },
  uploadManifest: { body: { vessel: 'vsl_8', document: new Blob(['%PDF'], { type: 'application/pdf' }) } },
};

let mock: RunningMock;
let operations: Record<string, Operation>;
beforeAll(async () => {
  const generated = await generate(document, 'engine');
  operations = { ...generated.operations } as typeof operations;
  mock = await createMockServer(document, { port: 0 });
});
afterAll(() => mock.close());

test.for(names)('%s gets a valid response from the mock engine', async (name) => {
  const credentials = { harborStaff: 'staff-token' };
  const options = { baseUrl: mock.url, apiKey: 'harbor-key', credentials, maxRetries: 0 } as ClientOptions;
  const client = createClientWith(operations, options);
  const method = Reflect.get(client, name) as (given: unknown) => {
    withResponse(): Promise<{ status: number }>;
  };
  const { status } = await method(given[name]).withResponse();
  expect(Object.keys(operations[name]?.responses ?? {})).toContain(String(status));
});
