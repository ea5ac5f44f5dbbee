import type { CheckOptions } from './config.ts';
import { rootObject, type SourceFile } from './document/read.ts';
import { placeWithin } from './document/within.ts';
import { excused } from './excuse.ts';
import type { Finding, Severity } from './finding.ts';
import { type Path, toPointer } from './json.ts';
import { languageOf } from './languages/language.ts';
import { parseMarkdown } from './markdown/parse.ts';
import { assertOpenApi, texts } from './openapi/texts.ts';
import { readOverlay } from './overlay/read.ts';
import { readTranslations } from './overlay/translations.ts';
import { type RuleName, ruleNames, rules } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';
import { type Vocabulary, vocabulary } from './vocabulary.ts';

/**
 * Runs every rule over a contract and one overlay.
 *
 * @returns findings in the order of the files.
 * @throws {InputError} when the contract is no OpenAPI document or the overlay no overlay.
 */
export function check(
  contract: SourceFile,
  overlaySource: SourceFile,
  options: CheckOptions = {},
): Finding[] {
  const root = rootObject(contract, 'The contract');
  assertOpenApi(root, { file: contract.file, line: 1, column: 1 });
  const inventory = texts(root, options);
  const overlay = readOverlay(overlaySource);
  const reading = readTranslations(root, inventory, overlay);
  const excuses = excused(overlay, reading);
  const language = languageOf(options.language ?? overlay.language);
  const known = withNames(vocabulary(root), options.names);
  const found: (() => Finding)[] = [];
  const contractPaths: Path[] = [];

  for (const [name, rule, severity] of active(options)) {
    for (const problem of rule.overlay?.({ contract: root, texts: inventory, overlay, reading }) ?? []) {
      const pointer = problem.text ? toPointer(problem.text) : '';
      if (excuses.covers(name, pointer, problem.at)) continue;
      if (problem.text) contractPaths.push(problem.text);
      found.push(() => {
        const source = problem.text && contract.locate(problem.text);
        const place = problem.at ? overlaySource.locate(problem.at) : (source ?? contract.locate([]));
        return {
          rule: name,
          severity: problem.severity ?? severity,
          message: problem.message,
          help: problem.help,
          place,
          length: 1,
          pointer,
          ...(source && problem.at ? { source } : {}),
        };
      });
    }
  }

  const pairRules = active(options).filter(([, rule]) => rule.pair);
  for (const [pointer, { text, action, key, value }] of reading.translations) {
    const path = [...text.parent, text.key];
    const at = ['actions', action, 'update', ...key];
    const pair = {
      source: parseMarkdown(text.value),
      translation: parseMarkdown(value),
      language,
      glossary: options.glossary,
      vocabulary: known,
    };
    for (const [name, rule, severity] of pairRules) {
      for (const problem of rule.pair?.(pair) ?? []) {
        if (excuses.covers(name, pointer, at)) continue;
        contractPaths.push(path);
        found.push(() => ({
          rule: name,
          severity,
          message: problem.message,
          help: problem.help,
          place: placeWithin(overlaySource, at, value, problem.offset ?? 0),
          length: Math.max(1, problem.length ?? 1),
          pointer,
          source: placeWithin(contract, path, text.value, problem.sourceOffset ?? 0),
        }));
      }
    }
  }

  for (const [name, rule, severity] of active(options).filter(([, rule]) => rule.original)) {
    for (const text of inventory) {
      const path = [...text.parent, text.key];
      for (const problem of rule.original?.({ source: parseMarkdown(text.value), vocabulary: known }) ?? []) {
        if (excuses.covers(name, toPointer(path), undefined)) continue;
        contractPaths.push(path);
        found.push(() => ({
          rule: name,
          severity,
          message: problem.message,
          help: problem.help,
          place: placeWithin(contract, path, text.value, problem.offset ?? 0),
          length: Math.max(1, problem.length ?? 1),
          pointer: toPointer(path),
        }));
      }
    }
  }

  contract.prepare(contractPaths);
  return [...excuses.problems(), ...found.map((finding) => finding())].toSorted(byPlace);
}

/** The rules that are on, with their severities. */
export function active(options: CheckOptions): [RuleName, Rule, Severity][] {
  return ruleNames.flatMap((name): [RuleName, Rule, Severity][] => {
    const severity = options.rules?.[name] ?? rules[name].severity;
    return severity === 'off' ? [] : [[name, rules[name], severity]];
  });
}

/** A vocabulary with further names that are allowed in code marks. */
export function withNames(known: Vocabulary, names: readonly string[] = []): Vocabulary {
  return names.length === 0 ? known : { ...known, others: new Set([...known.others, ...names]) };
}

/** By file, line and column. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    a.place.file.localeCompare(b.place.file) || a.place.line - b.place.line || a.place.column - b.place.column
  );
}
