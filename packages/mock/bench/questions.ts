import { contract } from '../dist/generated/contract.js';
import { knownApps, knownSegments } from '../dist/series/catalogue.js';

export const headers = { authorization: 'Bearer any-key' };

const paths = contract.operations.map(({ path }) => path);

/** A valid target for each index; neighbours differ in length, unit, ending_at, app and segment. */
export function question(index: number): string {
  const day = new Date(Date.UTC(2024, 0, 1) + ((index * 7919) % 900) * 86_400_000).toISOString().slice(0, 10);
  const apps = [undefined, ...knownApps.map(({ id }) => id), '{{app_identifier}}'];
  const segments = [undefined, undefined, undefined, ...knownSegments.map(({ id }) => id)];
  const query = new URLSearchParams({ length: String(1 + ((index * 37) % 100)) });
  if (index % 3 !== 0) query.set('unit', index % 2 === 0 ? 'day' : 'hour');
  query.set('ending_at', `${day}T23:59:59${['Z', '-05:00', '-5:00', '+05:45'][index % 4]}`);
  const app = apps[index % apps.length];
  if (app !== undefined) query.set('app_id', app);
  const segment = segments[index % segments.length];
  if (segment !== undefined) query.set('segment_id', segment);
  return `${paths[0]}?${query}`;
}
