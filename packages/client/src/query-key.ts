/** The part of a client that query keys use. */
export type AnyClient = { readonly baseUrl: string };

/**
 * The prefix of a client's query keys: its base URL, and a number for further clients with the same one, which may have the key
 * of another workspace. The key itself must not get into a cache.
 */
export function keyOf(client: AnyClient): readonly unknown[] {
  let number = numbers.get(client);
  if (number === undefined) {
    number = counts.get(client.baseUrl) ?? 0;
    counts.set(client.baseUrl, number + 1);
    numbers.set(client, number);
  }
  return ['session-series', client.baseUrl, number];
}

const numbers = new WeakMap<AnyClient, number>();
const counts = new Map<string, number>();
