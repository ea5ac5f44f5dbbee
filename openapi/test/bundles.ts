import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fromPackageRoot } from '../scripts/package-files.ts';

/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** A built bundle, as published. */
export const bundle = (language: 'en' | 'fr', format: 'json' | 'yaml' = 'json'): JsonObject => {
  const text = readFileSync(fromPackageRoot(`dist/openapi.${language}.${format}`), 'utf8');
  return format === 'json' ? JSON.parse(text) : parse(text);
};

/** Visits every value of a document with its JSON Pointer, parents first. */
export function* walk(value: Json, pointer = ''): Generator<{ pointer: string; value: Json }> {
  yield { pointer, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value))
    yield* walk(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

/** Resolves a `$ref` within the document; returns any other value unchanged. */
export function resolve(document: JsonObject, value: Json | undefined): Json | undefined {
  const reference = member(value, '$ref');
  return typeof reference === 'string' ? at(document, reference.slice(1)) : value;
}

/** The value at a JSON Pointer, if there is one. */
export const at = (document: Json, pointer: string): Json | undefined =>
  pointer
    .split('/')
    .slice(1)
    .reduce<Json | undefined>(
      (node, key) => member(node, key.replaceAll('~1', '/').replaceAll('~0', '~')),
      document,
    );

/** The member of an object or array with that name, if there is one. */
export const member = (value: Json | undefined, key: string): Json | undefined =>
  typeof value === 'object' && value !== null ? (value as JsonObject)[key] : undefined; // arrays have keys too

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
