import { type ActiveRule, activeRules, checkTexts, contextOf, type TextFinding } from './check-texts.ts';
import type { CheckOptions } from './config.ts';
import type { SourceFile } from './document/source-file.ts';
import { placeWithin } from './document/within.ts';
import type { Finding } from './finding.ts';
import { type Path, toPointer } from './json.ts';
import { contractOf } from './openapi/contract.ts';
import { texts } from './openapi/texts.ts';
import { readOverlay } from './overlay/read.ts';
import { readTranslations } from './overlay/translations.ts';
import type { OverlayCase } from './rules/rule.ts';
import { readSuppressions, type Suppressions } from './suppressions.ts';
import { vocabulary } from './vocabulary.ts';

/**
 * Runs every rule over a contract and one overlay.
 *
 * @returns findings in the order of the files.
 * @throws {InputError} when the contract is not an OpenAPI document, or the overlay is not an overlay.
 * @example
 * const findings = check(await readSource('openapi.yaml'), await readSource('fr.overlay.yaml'));
 */
export function check(
  contract: SourceFile,
  overlaySource: SourceFile,
  options: CheckOptions = {},
): Finding[] {
  const root = contractOf(contract);
  const inventory = texts(root, options);
  const overlay = readOverlay(overlaySource);
  const reading = readTranslations(root, inventory, overlay);
  const suppressions = readSuppressions(overlay, reading);
  const rules = activeRules(options);
  const files = { contract, overlay: overlaySource };
  const knowledge = contextOf('contract', options, vocabulary(root), options.language ?? overlay.language);

  const drafts = [
    ...overlayDrafts({ contract: root, texts: inventory, overlay, reading }, rules, suppressions, files),
    ...[...checkTexts(inventory, reading, rules, knowledge)].flatMap(
      (finding) => textDraft(finding, suppressions, files) ?? [],
    ),
  ];
  contract.prepare(drafts.flatMap(({ path }) => (path ? [path] : [])));
  overlaySource.prepare(drafts.flatMap(({ at }) => (at ? [at] : [])));
  return drafts.map(({ finding }) => finding()).toSorted(byPlace);
}

interface Files {
  contract: SourceFile;
  overlay: SourceFile;
}

/** A finding whose places are looked up later, in one pass over each file for all of them. */
interface Draft {
  /** The text of the contract. */
  path: Path | undefined;
  /** The value of the overlay. */
  at: Path | undefined;
  finding: () => Finding;
}

/** The findings of the rules that check the overlay as a whole. */
function* overlayDrafts(
  subject: OverlayCase,
  rules: readonly ActiveRule[],
  suppressions: Suppressions,
  { contract, overlay }: Files,
): Generator<Draft> {
  for (const { name, rule, severity } of rules) {
    for (const problem of rule.overlay?.(subject) ?? []) {
      const { at, text, message, help } = problem;
      const pointer = text ? toPointer(text) : '';
      if (suppressions.covers(name, pointer, at)) continue;
      yield {
        path: text,
        at,
        finding: () => ({
          rule: name,
          severity: problem.severity ?? severity,
          message,
          help,
          place: at ? overlay.locate(at) : contract.locate(text ?? []),
          length: 1,
          pointer,
          ...(text && at ? { source: contract.locate(text) } : {}),
        }),
      };
    }
  }
}

/** A finding about a text, or about a text and its translation. */
function textDraft(
  { text, translation, rule, severity, problem }: TextFinding,
  suppressions: Suppressions,
  { contract, overlay }: Files,
): Draft | undefined {
  const { pointer } = text;
  const path = [...text.parent, text.key];
  const at = translation && ['actions', translation.action, 'update', ...translation.key];
  if (suppressions.covers(rule, pointer, at)) return undefined;
  const inContract = (offset = 0) => placeWithin(contract, path, text.value, offset);
  return {
    path,
    at,
    finding: () => ({
      rule,
      severity,
      message: problem.message,
      help: problem.help,
      place: at
        ? placeWithin(overlay, at, translation.value, problem.offset ?? 0)
        : inContract(problem.offset),
      length: Math.max(1, problem.length ?? 1),
      pointer,
      ...(at ? { source: inContract(problem.sourceOffset) } : {}),
    }),
  };
}

/** By file, line and column. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    a.place.file.localeCompare(b.place.file) || a.place.line - b.place.line || a.place.column - b.place.column
  );
}
