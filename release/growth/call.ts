import { createClient } from '../src/index.ts';

/** Calls operations with a path parameter, array parameters and a body through the typed client. */
const client = createClient({ baseUrl: process.argv[2] ?? '', apiKey: 'any-key' });
export const list = () => client.listBerths({ query: { states: ['free'], limit: 2 } });
export const get = () => client.getBerth({ path: { berth_id: 'brt_3' } });
export const create = () => client.createBerth({ body: { number: 41, length: 9 } });
// @ts-expect-error: the contract has no such state, so the types must not either.
export const wrong = () => client.listBerths({ query: { states: ['sunk'] } });
const berth = await get();
console.log(JSON.stringify({ id: berth.id, state: berth.state }));
