import { relative } from 'node:path';
import { type Bump, highest } from '../bump.ts';
import type { RatingSettings } from '../settings.ts';
import { CORRECTIONS, type Documents } from './corrections.ts';
import { loadDocument } from './document.ts';
import { byOperation } from './operations.ts';
import { diffDocuments, type ReportedChange } from './redocly.ts';
import { extensionOf, RULES } from './rules.ts';
import { type Subject, subjectOf } from './subject.ts';
import { unreportedChanges } from './unreported.ts';

/** One change between two versions of a contract. */
export interface ContractChange {
  readonly bump: Bump;
  /** The rule that rated it: one of this package, or one of `redocly diff`. */
  readonly rule: string;
  readonly kind: 'added' | 'removed' | 'modified';
  readonly subject: Subject;
  /** The property that changed, such as `maximum`; missing when the whole subject was added or removed. */
  readonly property?: string;
  /** The value of the property before and after; missing when there is none. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** Redocly's description; empty when it has none. */
  readonly reason: string;
  /** `file:line:column`, relative to the working directory; only the file when Redocly names no line. */
  readonly place: string;
  /** JSON Pointer with references resolved. */
  readonly pointer: string;
}

/** The changes between two versions of a contract, and the bump that they require. */
export interface Rating {
  readonly bump: Bump;
  readonly changes: readonly ContractChange[];
}

/** The folder that paths in `place` are relative to. */
export interface RateOptions extends RatingSettings {
  /** @default the working directory */
  readonly root?: string;
}

/**
 * Rate every change between two versions of an OpenAPI document.
 *
 * Comments, order, layout and `info.version` do not count.
 *
 * @param base the older file
 * @param revision the newer file
 * @throws GateError when a file is missing or is not an OpenAPI document
 *
 * @example
 * const { bump, changes } = rate('old.yaml', 'new.yaml', { rules: { 'component-removed': 'patch' } });
 */
export function rate(base: string, revision: string, options: RateOptions = {}): Rating {
  const documents = { base: loadDocument(base), revision: loadDocument(revision) };
  const reported = diffDocuments(base, revision).flatMap(byOperation);
  const unreported = unreportedChanges(documents.base, documents.revision, reported);
  const changes = [...reported, ...unreported]
    .map((change): ContractChange => {
      const document = change.kind === 'removed' ? documents.base : documents.revision;
      const { rule, bump } = classify(change, documents, options);
      return {
        bump,
        rule,
        kind: change.kind,
        subject: subjectOf(document, change.path),
        ...(change.property === undefined ? {} : { property: change.property }),
        ...(change.base?.value === undefined ? {} : { before: change.base.value }),
        ...(change.revision?.value === undefined ? {} : { after: change.revision.value }),
        reason: change.verdicts.map(({ message }) => message).join(' '),
        place: placeOf(change, revision, options.root ?? process.cwd()),
        pointer: change.path,
      };
    })
    .filter(({ bump }) => bump !== 'none');
  return { bump: highest(changes.map(({ bump }) => bump)), changes };
}

function classify(
  change: ReportedChange,
  documents: Documents,
  { rules = {}, properties = {} }: RatingSettings,
) {
  const name = [change.property, extensionOf(change)].find((key) => key !== undefined && key in properties);
  const own = properties[name ?? ''];
  if (own !== undefined) return { rule: `property ${name}`, bump: own };
  const correction = CORRECTIONS.find((candidate) => candidate.applies(change, documents));
  if (correction !== undefined)
    return { rule: correction.name, bump: rules[correction.name] ?? correction.bump };
  const verdicts = change.verdicts.map(({ ruleId, impact }) => ({
    rule: ruleId,
    bump: rules[ruleId] ?? impact,
  }));
  const [first] = verdicts;
  if (first !== undefined) {
    const bump = highest(verdicts.map((verdict) => verdict.bump));
    return verdicts.find((verdict) => verdict.bump === bump) ?? first;
  }
  const rule = RULES.find((candidate) => candidate.applies(change));
  // The last rule applies to everything.
  const { name: applied, bump } = rule ?? { name: 'more-allowed', bump: 'minor' as const };
  return { rule: applied, bump: rules[applied] ?? bump };
}

function placeOf(change: ReportedChange, file: string, root: string): string {
  const place = change.revision ?? change.base;
  // A removed part has its line in the older file, which may be a temporary copy, so the newer file is named.
  const name = relative(root, file).replaceAll('\\', '/');
  return place === undefined ? name : `${name}:${place.line}:${place.col}`;
}
