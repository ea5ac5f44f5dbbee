/** Compiled by a test with the client that is generated from the contract of every shape. */

import type { webhooks } from '../../reports/growth/client/openapi.ts';
import * as operations from '../../reports/growth/client/operations.ts';
import * as unchecked from '../../reports/growth/client/unchecked.ts';
import { createClientWith } from '../../src/index.ts';
import { createCall } from '../../src/single-call.ts';

const client = createClientWith(operations, { baseUrl: 'http://127.0.0.1:1', apiKey: 'key' });

export async function compiles() {
  const berths = await client.listBerths({
    query: {
      features: ['power'],
      states: ['free'],
      size: { min_length: 8 },
      class: null,
      'sort-by': 'length',
    },
    headers: { 'X-Request-Id': '0d9a1f2e-5a0b-4c77-9f65-7d1b8c2f4a11' },
    cookies: { view: 'full' },
  });
  const states: ('free' | 'reserved' | 'closed')[] = berths.map(({ state }) => state);
  await client.listBerths();
  const { id } = await client.createBerth({ body: { number: 41, length: 9 } });
  const nothing: undefined = await client.updateBerth({ path: { berth_id: id }, body: { draft: null } });
  await client.requestInspection({ path: { vessel_id: 'vsl_8' } });
  const vessel = await client.getVessel({ path: { vessel_id: 'vsl_8' } });
  const tonnage = vessel.kind === 'cargo' ? vessel.tonnage : 0;
  const occupancy: string | { day: string; occupied: boolean }[] = await client.getOccupancy({
    path: { berth_id: 'brt_3' },
    query: { from: '2026-05-01' },
  });
  const chart: Blob = await client.getChart({ path: { berth_id: 'brt_3' } });
  await client.putChart({ path: { berth_id: 'brt_3' }, body: new Uint8Array([1]) });
  const status: string = await client.getStatus();
  const tides = await client.getTides();
  const token = await client.createToken({
    body: { grant_type: 'password', username: 'ada', password: 'correct-horse', scope: ['berths:write'] },
  });
  await client.uploadManifest({
    body: { vessel: 'vsl_8', document: new Blob(['%PDF']), details: { pages: 2 } },
  });
  const created = await client.createBerth({ body: { number: 41, length: 9 } }).withResponse();
  const code: 201 = created.status;

  const options = { baseUrl: 'http://127.0.0.1:1', apiKey: 'key' };
  const createBerth = createCall(unchecked.createBerth, options);
  const { id: second } = await createBerth({ body: { number: 42, length: 9 } }, { timeout: 5_000 });
  await createCall(operations.createToken, options)(
    { body: { grant_type: 'password', username: 'ada', password: 'correct-horse', scope: [] } },
    { validate: false },
  );

  // @ts-expect-error: the responses of this function are not checked
  createBerth({ body: { number: 42, length: 9 } }, { validate: true });
  // @ts-expect-error: the description decides whether responses are checked
  createCall(operations.createBerth, { ...options, validate: false });
  // @ts-expect-error: a feature that the contract does not know
  client.listBerths({ query: { features: ['sauna'] } });
  // @ts-expect-error: the body is required
  client.createBerth({});
  // @ts-expect-error: the required header is missing
  client.replaceBerth({ path: { berth_id: 'brt_3' }, body: { number: 3, length: 13 } });
  // @ts-expect-error: the path parameter is missing
  client.getBerth({ path: {} });
  const raft = { vessel: { kind: 'raft', name: 'A' }, nights: [] } as const;
  // @ts-expect-error: a vessel of another kind
  client.requestBooking({ path: { berth_id: 'brt_3' }, body: raft });
  // @ts-expect-error: a callback is the receiver's operation, not the client's
  client.onDecision;
  return { states, second, nothing, tonnage, occupancy, chart, status, tides, token, code };
}

/** The type that a receiver of the webhook gets. */
export type FreedBerth = webhooks['berthFreed']['post']['requestBody']['content']['application/json'];
export const freed = (berth: FreedBerth): number => berth.number;
