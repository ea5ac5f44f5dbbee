import { isObject, type Json, type JsonObject } from './json.ts';

/** The names of a contract. */
export interface Vocabulary {
  /** Parameters, properties and headers. */
  names: ReadonlySet<string>;
  /** Enum values that are strings. */
  values: ReadonlySet<string>;
  /** Everything else that may be in backticks: paths, methods, types, statuses, permissions, values of examples, …. */
  others: ReadonlySet<string>;
  /** Names from the settings, such as product names. */
  own: ReadonlySet<string>;
}

/** An empty vocabulary, for texts without a contract. */
export const emptyVocabulary: Vocabulary = {
  names: new Set(),
  values: new Set(),
  others: new Set(),
  own: new Set(),
};

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
const PROSE = new Set(['description', 'summary', 'title']);
/** Words of JSON, JSON Schema and HTTP that may be in backticks in any contract. */
const COMMON =
  'true false null string integer number boolean array object int32 int64 float double date date-time uuid uri email bearer basic http https json utf-8 gzip';
const FENCE = /^( *)(`{3,}|~{3,})[^\n]*\n([\s\S]*?)(?:^ *\2|$(?![\s\S]))/gm;

/** Collects the names of a contract in one walk. `$ref`s are not followed. */
export function vocabulary(contract: JsonObject): Vocabulary {
  const names = new Set<string>();
  const values = new Set<string>();
  const others = new Set<string>(COMMON.split(' '));

  const words = (text: string) => {
    if (others.has(text)) return; // and its words
    others.add(text);
    for (const word of text.split(/[^\p{L}\p{N}_.-]+/u)) if (word) others.add(word);
  };
  const scalar = (value: Json | undefined, key: string) => {
    if (value === undefined) return;
    if (typeof value !== 'string' || !PROSE.has(key)) words(String(value));
    // The prose of a text may mention what is in its code.
    else for (const block of value.matchAll(FENCE)) words(block[3] ?? '');
  };
  const walk = (value: Json | undefined, key: string) => {
    if (Array.isArray(value)) {
      for (const item of value) {
        if (key === 'enum' && typeof item === 'string') values.add(item);
        walk(item, key);
      }
      return;
    }
    if (!isObject(value)) {
      scalar(value, key);
      return;
    }
    if (typeof value['name'] === 'string' && typeof value['in'] === 'string') names.add(value['name']);
    const named = key === 'properties' || key === 'headers';
    for (const [member, child] of Object.entries(value)) {
      words(member);
      if (METHODS.includes(member)) others.add(member.toUpperCase());
      if (named) names.add(member);
      // Examples are values: their keys are other tokens, not fields of the contract.
      walk(child, named ? '' : member);
    }
  };
  walk(contract, '');
  return { names, values, others, own: new Set() };
}

/** A vocabulary with the names of the settings added. */
export function withNames(known: Vocabulary, names: readonly string[] = []): Vocabulary {
  return names.length === 0 ? known : { ...known, own: new Set(names) };
}
