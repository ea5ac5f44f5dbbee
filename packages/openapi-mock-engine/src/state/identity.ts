import type { Collection } from './collections.ts';

/** A resource, and its identifier in the path. */
export type Resources = Map<string, { readonly [name: string]: unknown }>;

/** The property with the identifier in the path: named like the parameter, or `id`. */
export function identityName(
  { parameter }: Collection,
  resource: { readonly [name: string]: unknown },
): string | undefined {
  const suffix = parameter.replace(/^.*?([A-Za-z]+)$/, '$1').toLowerCase();
  return [parameter, 'id', 'uuid', 'key', 'name', 'slug', 'code'].find(
    (name) => Object.hasOwn(resource, name) && (name === parameter || name === 'id' || suffix.endsWith(name)),
  );
}

/** An identifier that is unique in the collection: the next number, or a generated text. */
export function freshIdentity(made: unknown, kept: Resources): unknown {
  if (typeof made === 'number') {
    let next = 1 + Math.max(0, ...[...kept.keys()].map(Number).filter(Number.isFinite));
    while (kept.has(String(next))) next += 1;
    return next;
  }
  if (typeof made !== 'string' || !kept.has(made)) return made;
  let count = 2;
  while (kept.has(`${made}-${count}`)) count += 1;
  // Formats such as UUID end in digits, which are incremented.
  const counted = made.replace(/[0-9a-f]{1,12}$/i, (end) =>
    (kept.size + 1).toString(16).padStart(end.length, '0').slice(-end.length),
  );
  return kept.has(counted) ? `${made}-${count}` : counted;
}

/** The identifier of a resource is kept when it is replaced. */
export function identity(
  { parameter }: Collection,
  resource: { readonly [name: string]: unknown } | undefined,
  key: string,
) {
  if (resource === undefined) return {};
  return Object.fromEntries(
    Object.entries(resource).filter(
      ([name, value]) => (name === parameter || name === 'id') && String(value) === key,
    ),
  );
}
