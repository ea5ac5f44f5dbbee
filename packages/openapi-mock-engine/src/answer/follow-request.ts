import type { CheckedRequest, Operation } from '../model/index.ts';
import { isObject } from '../model/json.ts';

/** Parameters that set the length of a list. */
const countNames = [
  'limit',
  'length',
  'page_size',
  'pageSize',
  'per_page',
  'perPage',
  'pagesize',
  'perpage',
  'size',
  'count',
  'first',
  'top',
  'max_results',
  'maxResults',
  '$top',
];

/** The maximum number of items in a list, whatever the request asks for. */
const mostItems = 1_000;

/** The example that matches the request, else the first. */
export function fittingExample<T extends { value: unknown }>(
  examples: readonly T[],
  { path, query }: CheckedRequest,
): T | undefined {
  if (examples.length < 2) return examples[0];
  const asked = Object.entries({ ...query, ...path }).filter(([, value]) => typeof value !== 'object');
  if (asked.length === 0) return examples[0];
  let best = examples[0];
  let bestScore = 0;
  for (const example of examples) {
    const { value } = example;
    if (!isObject(value)) continue;
    const score = asked.filter(
      ([name, wanted]) =>
        String(value[name]) === String(wanted) || (/id$/i.test(name) && String(value.id) === String(wanted)),
    ).length;
    if (score > bestScore) [best, bestScore] = [example, score];
  }
  return best;
}

/** Values of the request by the property names that may repeat them: `petId` is also the `id` of a pet. */
export function echoOf({ path: template }: Operation, { path, query, body }: CheckedRequest) {
  const echoAtTop: { [name: string]: unknown } = isObject(body) ? { ...body } : {};
  const last = /\{([^}]+)\}\/?$/.exec(template)?.[1];
  if (last !== undefined && path[last] !== undefined && /id$|^id/i.test(last)) echoAtTop.id = path[last];
  return { echo: { ...query, ...path }, echoAtTop };
}

/** The number of items that the request asks for; `undefined` if it does not. */
export function countOf({ query }: CheckedRequest): number | undefined {
  for (const name of countNames) {
    const value = query[name];
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return Math.min(value, mostItems);
  }
  return undefined;
}
