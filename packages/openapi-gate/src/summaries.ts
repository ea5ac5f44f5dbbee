import { JSONPathEnvironment } from 'json-p3';
import { parse } from 'yaml';
import { GateError } from './error.ts';
import { member } from './rate/document.ts';

/** The summaries of operations in one language. */
export interface Summaries {
  /** The tag of the language; undefined when the overlay names none. */
  readonly language: string | undefined;
  /** The summary of an operation such as `GET /pets`. */
  readonly of: (operation: string) => string | undefined;
}

/** The summaries that a document itself has. */
export const summariesOf = (document: unknown): Summaries['of'] => {
  return (operation) => {
    const [method = '', path = ''] = operation.split(' ');
    const found =
      method === 'webhook'
        ? member(member(document, 'webhooks'), path)
        : member(member(member(document, 'paths'), path), method.toLowerCase());
    const summary = member(found, 'summary');
    return typeof summary === 'string' ? summary : undefined;
  };
};

/**
 * The summaries of a document in the language of an OpenAPI Overlay, with those of the document as fallback.
 *
 * Only `update` actions are read: a translation has no others. The language is that of `x-l10n-language`, or of
 * `info.x-language`, or else the part of the file name before `.overlay`.
 */
export function translatedSummaries(document: unknown, overlay: string, file: string): Summaries {
  let parsed: unknown;
  try {
    parsed = parse(overlay);
  } catch (error) {
    throw new GateError(`${file}: not valid YAML. ${error instanceof Error ? error.message : error}`);
  }
  const actions = member(parsed, 'actions');
  if (!Array.isArray(actions))
    throw new GateError(`${file}: no list of actions. Expected an OpenAPI Overlay.`);
  const translated = new Map<unknown, string>();
  const environment = new JSONPathEnvironment();
  for (const action of actions) {
    const [target, summary] = [member(action, 'target'), member(member(action, 'update'), 'summary')];
    if (typeof target !== 'string' || typeof summary !== 'string') continue;
    // The document is plain JSON, as JSONPath expects.
    const nodes = environment.query(target, document as Parameters<typeof environment.query>[1]);
    for (const { value } of nodes) translated.set(value, summary);
  }
  const named = member(parsed, 'x-l10n-language') ?? /([\w-]+)\.overlay\.\w+$/.exec(file)?.[1];
  return {
    language: typeof named === 'string' ? named : undefined,
    of: (operation) => {
      const [method = '', path = ''] = operation.split(' ');
      const found = member(member(member(document, 'paths'), path), method.toLowerCase());
      return translated.get(found) ?? summariesOf(document)(operation);
    },
  };
}
