import type { SourceFile } from './document/source-file.ts';
import { InputError } from './errors.ts';
import { isObject, type Json } from './json.ts';

/** One agreed term. */
export interface Term {
  /** The term in the source language. */
  source: string;
  /** The agreed translations; messages mention the first. */
  target: readonly string[];
  /** Translations that must not be used. */
  forbidden: readonly string[];
}

/** The terms that a project has agreed on for one language. */
export interface Glossary {
  terms: readonly Term[];
}

/**
 * Reads a glossary:
 *
 *     terms:
 *       - source: endpoint
 *         target: point de terminaison      # or a list
 *         forbidden: [endpoint, terminal]   # optional
 *
 * @throws {InputError} at the first term that has another form.
 */
export function readGlossary(source: SourceFile): Glossary {
  const fail = (path: (string | number)[], message: string): never => {
    throw new InputError(message, {
      place: source.locate(path),
      expected: 'terms: a list of { source, target, forbidden }',
    });
  };
  const list = isObject(source.value) ? source.value['terms'] : undefined;
  if (!Array.isArray(list)) return fail([], 'The glossary has no list "terms"');
  return {
    terms: list.map((item, index) => {
      const term = isObject(item) ? item['source'] : undefined;
      if (!isObject(item) || typeof term !== 'string')
        return fail(['terms', index], 'A term has no "source"');
      const target = strings(item['target']);
      const forbidden = strings(item['forbidden'] ?? []);
      if (!target || target.length === 0) return fail(['terms', index], `The term “${term}” has no "target"`);
      if (!forbidden)
        return fail(['terms', index, 'forbidden'], 'The field "forbidden" is not a list of strings');
      return { source: term, target, forbidden };
    }),
  };
}

function strings(value: Json | undefined): string[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  return list.every((item) => typeof item === 'string') ? list : undefined;
}
