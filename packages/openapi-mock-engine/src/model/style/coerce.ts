import type { Schema } from '../operation.ts';
import type { Schemas } from '../schema/schemas.ts';

/**
 * Converts a text from a URL, a header or a form to a type of its schema: `14` becomes a number if numbers are
 * allowed. Integers are digits only: `1e1`, `0x10` and `+3` are errors. A text that matches no type stays a string.
 */
export function coerce(text: string, schema: Schema, schemas: Schemas): unknown {
  const types = schemas.types(schema);
  if (types === undefined) return coerceFreely(text, schema, schemas);
  const candidates: unknown[] = [];
  if (types.has('integer') && /^-?\d{1,300}$/.test(text)) candidates.push(Number(text));
  if (types.has('number') && /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text))
    candidates.push(Number(text));
  if (types.has('boolean') && (text === 'true' || text === 'false')) candidates.push(text === 'true');
  if (types.has('null') && (text === 'null' || (text === '' && !types.has('string')))) candidates.push(null);
  if (types.has('object') || types.has('array')) {
    const parsed = /^[[{]/.test(text) ? parse(text) : undefined;
    if (parsed !== undefined) candidates.push(parsed);
  }
  if (types.has('string')) candidates.push(text);
  if (candidates.length < 2) return candidates[0] ?? (candidates.length === 1 ? null : text);
  const fitting = candidates.find((candidate) => schemas.isValid(schema, candidate));
  return fitting === undefined ? candidates[0] : fitting;
}

/** Without a type, a text becomes what the schema accepts: a string, else a number, else a boolean. */
function coerceFreely(text: string, schema: Schema, schemas: Schemas): unknown {
  if (schema === true || schemas.isValid(schema, text)) {
    // Bounds without a type are meant for numbers: strings only pass because bounds ignore them.
    const { minimum, maximum, multipleOf } = schemas.resolve(schema);
    if (
      [minimum, maximum, multipleOf].every((bound) => bound === undefined) ||
      !/^-?\d+(?:\.\d+)?$/.test(text)
    )
      return text;
    return Number(text);
  }
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return text === 'true' || text === 'false' ? text === 'true' : text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
