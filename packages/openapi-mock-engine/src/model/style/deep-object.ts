import type { Parameter, Schema } from '../operation.ts';
import type { Schemas } from '../schema/schemas.ts';
import { coerce } from './coerce.ts';
import type { QueryEntry } from './query.ts';
import { absent, additional, type Read, shapeOf } from './read-texts.ts';

/** `name[key]=value`, and deeper. */
export function readDeep(
  { name, schema }: Parameter,
  entries: readonly QueryEntry[],
  schemas: Schemas,
  consumed: Set<string>,
): Read {
  const root: { [key: string]: unknown } = Object.create(null);
  let found = false;
  for (const entry of entries) {
    if (!entry.name.startsWith(`${name}[`) || !entry.name.endsWith(']')) continue;
    consumed.add(entry.name);
    found = true;
    const steps = entry.name.slice(name.length + 1, -1).split('][');
    place(root, steps, entry.value, schema, schemas);
  }
  return found ? { sent: true, value: { ...root } } : absent;
}

function place(
  target: { [key: string]: unknown },
  steps: readonly string[],
  text: string,
  schema: Schema,
  schemas: Schemas,
): void {
  const [key = '', ...rest] = steps;
  const own = schemas.properties(schema).get(key) ?? additional(schema, schemas);
  const isList = shapeOf(own, schemas) === 'array';
  if (rest.length === 0 || (isList && rest.length === 1 && /^\d*$/.test(rest[0] ?? ''))) {
    const before = target[key];
    if (isList || before !== undefined) {
      const items = Array.isArray(before) ? before : before === undefined ? [] : [before];
      target[key] = [...items, coerce(text, isList ? schemas.items(own) : own, schemas)];
    } else {
      target[key] = coerce(text, own, schemas);
    }
    return;
  }
  const before = target[key];
  const inner: { [key: string]: unknown } =
    // The cast: it is an object that an earlier entry of the same parameter made here.
    typeof before === 'object' && before !== null && !Array.isArray(before)
      ? (before as { [key: string]: unknown })
      : {};
  target[key] = inner;
  place(inner, rest, text, own, schemas);
}
