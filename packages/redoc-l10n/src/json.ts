import type { Json, JsonObject } from 'openapi-l10n';

/** Whether a value is a JSON object: not an array, not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object, else an empty one. */
export const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The value if it is a list, else an empty one. */
export const asList = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** The value if it is a non-empty text, else `undefined`. */
export const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The own members of an object whose values are objects. */
export const objectsIn = (value: unknown): [string, JsonObject][] =>
  Object.entries(asObject(value)).filter((entry): entry is [string, JsonObject] => isObject(entry[1]));

/** A value for display: texts without quotation marks, everything else as JSON. */
export const asShown = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
