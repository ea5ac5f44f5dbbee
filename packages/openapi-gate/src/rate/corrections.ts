import { isDeepStrictEqual } from 'node:util';
import type { Bump } from '../bump.ts';
import { METHODS, member, tokensOf, valueAt } from './document.ts';
import type { ReportedChange } from './redocly.ts';
import { isSent } from './roles.ts';
import { TEXTS } from './rules.ts';

/** Both versions of a contract, as plain data. */
export interface Documents {
  readonly base: unknown;
  readonly revision: unknown;
}

/** A rule for changes that Redocly rates too high, because it compares one place at a time. */
export interface Correction {
  readonly name: string;
  readonly bump: Bump;
  applies(change: ReportedChange, documents: Documents): boolean;
}

/** The corrections; they come before Redocly's verdicts. Settings can change the bump of each by name. */
export const CORRECTIONS: readonly Correction[] = [
  {
    // Nobody can call a path without operations.
    name: 'empty-path-removed',
    bump: 'patch',
    applies: ({ path, verdicts, base }) =>
      /^#\/paths\/[^/]+$/.test(path) &&
      verdicts.some(({ ruleId }) => ruleId === 'path-removed') &&
      [...METHODS, '$ref'].every((name) => member(base?.value, name) === undefined),
  },
  {
    // With another description, Redocly reports one alternative as removed and another as added.
    name: 'alternative-reworded',
    bump: 'patch',
    applies: ({ path, property }, documents) => {
      if (property !== undefined || !/\/(allOf|oneOf|anyOf)\/\d+$/.test(path)) return false;
      const list = tokensOf(path).slice(0, -1);
      const [before, after] = [documents.base, documents.revision].map((document) =>
        withoutTexts(valueAt(document, list)),
      );
      return before !== undefined && isDeepStrictEqual(before, after);
    },
  },
  {
    // The former schema is now one of several alternatives, so clients may send more.
    name: 'alternative-added',
    bump: 'minor',
    applies: ({ path, kind, verdicts }, documents) => {
      if (!isCombinator(verdicts) || kind !== 'added' || !/\/(oneOf|anyOf)$/.test(path) || !isSent(path))
        return false;
      const tokens = tokensOf(path);
      const before = valueAt(documents.base, tokens.slice(0, -1));
      const after = valueAt(documents.revision, tokens);
      return (
        Array.isArray(after) &&
        after.some((_, at) => isDeepStrictEqual(valueAt(documents.revision, [...tokens, String(at)]), before))
      );
    },
  },
];

const isCombinator = (verdicts: ReportedChange['verdicts']): boolean =>
  verdicts.some(({ ruleId }) => ruleId === 'schema-combinator-changed');

/** A schema, or a list of them, without the texts for people. */
function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, item]) => !TEXTS.has(key) || typeof item === 'object');
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutTexts(item)]));
}
