import { isObject, type Json, type JsonObject } from './json.ts';

/** The names that a contract knows, each a set. */
export interface Vocabulary {
  /** Parameters, properties and headers. */
  names: ReadonlySet<string>;
  /** Enum values that are strings. */
  values: ReadonlySet<string>;
  /** Everything else that may stand in code marks: paths, methods, types, statuses, permissions, …. */
  others: ReadonlySet<string>;
}

/** A vocabulary of no names, for texts without a contract. */
export const emptyVocabulary: Vocabulary = { names: new Set(), values: new Set(), others: new Set() };

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** Collects the names of a contract in one walk. `$ref`s are not followed. */
export function vocabulary(contract: JsonObject): Vocabulary {
  const names = new Set<string>();
  const values = new Set<string>();
  const others = new Set<string>(['true', 'false', 'null']);

  const walk = (value: Json | undefined, key: string) => {
    if (Array.isArray(value)) {
      for (const item of value) {
        if (key === 'enum' && typeof item === 'string') values.add(item);
        else walk(item, key);
        if (typeof item === 'string' || typeof item === 'number') others.add(String(item));
      }
      return;
    }
    if (!isObject(value)) {
      if (key !== 'description' && key !== 'summary' && key !== 'title' && value !== undefined)
        others.add(String(value));
      return;
    }
    if (typeof value['name'] === 'string' && typeof value['in'] === 'string') names.add(value['name']);
    for (const [member, child] of Object.entries(value)) {
      others.add(member);
      if (METHODS.includes(member)) others.add(member.toUpperCase());
      if (key === 'properties' || key === 'headers') names.add(member);
      // Examples hold values: their keys are other tokens, never the contract's own fields.
      walk(child, key === 'properties' || key === 'headers' ? '' : member);
    }
  };
  walk(contract, '');
  return { names, values, others };
}
