import { alignPair } from './alignment/index.ts';
import type { AlignedPair } from './alignment/types.ts';
import type { CheckOptions } from './config.ts';
import type { Glossary } from './glossary.ts';
import { isDoubtful } from './languages/doubtful.ts';
import { languageOf } from './languages/index.ts';
import type { Language } from './languages/types.ts';
import { type MarkdownText, parseMarkdown } from './markdown/parse.ts';
import type { Text } from './openapi/texts.ts';
import type { Reading, Translation } from './overlay/translations.ts';
import { asRule } from './own-rules.ts';
import { duplicates } from './rules/deduplicate.ts';
import { type RuleName, ruleNames, rules } from './rules/index.ts';
import { needsProof } from './rules/proofs.ts';
import type { Rule, RuleSettings, Severity, TextKind, TextProblem } from './rules/rule.ts';
import { type Vocabulary, withNames } from './vocabulary.ts';

/** What the rules need to know in addition to the texts. */
export interface Knowledge {
  /** Where the texts come from. */
  kind: TextKind;
  language: Language;
  sourceLanguage: Language;
  glossary: Glossary | undefined;
  vocabulary: Vocabulary;
  settings: RuleSettings;
}

/** Collects what the rules need to know: languages, glossary, names and settings. */
export function contextOf(
  kind: TextKind,
  options: CheckOptions,
  vocabulary: Vocabulary,
  language: string | undefined = options.language,
): Knowledge {
  return {
    kind,
    language: languageOf(language),
    sourceLanguage: languageOf(options.sourceLanguage ?? 'en'),
    glossary: options.glossary,
    vocabulary: withNames(vocabulary, options.names),
    settings: {
      links: options.links ?? {},
      code: { comments: options.code?.comments ?? 'warn', strings: options.code?.strings ?? 'warn' },
    },
  };
}

/** An enabled rule, with its severity from the settings or the rule itself. */
export interface ActiveRule {
  name: string;
  rule: Rule;
  severity: Severity;
  /** Whether the settings give the severity. */
  isSet: boolean;
}

/** The enabled rules. */
export function activeRules(options: CheckOptions): ActiveRule[] {
  const known = ruleNames.flatMap((name): ActiveRule[] => {
    const severity = options.rules?.[name] ?? rules[name].severity;
    return severity === 'off'
      ? []
      : [{ name, rule: rules[name], severity, isSet: options.rules?.[name] !== undefined }];
  });
  const own = Object.entries(options.ownRules ?? {}).map(
    ([name, rule]): ActiveRule => ({ name, rule: asRule(rule), severity: rule.severity, isSet: true }),
  );
  return [...known, ...own];
}

/** A problem with a text of the contract or, when `translation` is given, with its translation. */
export interface TextFinding {
  text: Text;
  translation: Translation | undefined;
  rule: string;
  severity: Severity;
  problem: TextProblem;
}

/**
 * Checks every text and its translation. Contracts repeat themselves ("Not found"), so each distinct text is parsed
 * once, and each distinct pair is checked once.
 */
export function* checkTexts(
  texts: readonly Text[],
  reading: Reading,
  rules: readonly ActiveRule[],
  knowledge: Knowledge,
): Generator<TextFinding> {
  for (const [value, places] of group(texts, (text) => text.value)) {
    const source = parseMarkdown(value);
    const pairs = places
      .flatMap((text) => reading.translations.get(text.pointer) ?? [])
      .filter((translation) => translation.value.trim() !== '');
    for (const [words, translations] of group(pairs, (translation) => translation.value)) {
      for (const found of checkPair({ source, translation: parseMarkdown(words) }, rules, knowledge)) {
        for (const translation of translations) yield { ...found, text: translation.text, translation };
      }
    }
    for (const { name, rule, severity } of rules) {
      for (const problem of rule.original?.({ source, vocabulary: knowledge.vocabulary }) ?? []) {
        for (const text of places) yield { text, translation: undefined, rule: name, severity, problem };
      }
    }
  }
}

/** Checks one text and its translation. */
export function checkPair(
  pair: { source: MarkdownText; translation: MarkdownText },
  rules: readonly ActiveRule[],
  knowledge: Knowledge,
): Pick<TextFinding, 'rule' | 'severity' | 'problem'>[] {
  const aligned = alignPair(pair.source, pair.translation, [knowledge.language, knowledge.sourceLanguage]);
  const found = rules.flatMap(({ name, rule, severity, isSet }) => {
    const { kind, language } = knowledge;
    const doubtful = !isSet && isDoubtful(kind, name, language.tag);
    const severityOf = (problem: TextProblem) =>
      problem.severity ??
      (doubtful || (kind === 'page' && mayBeChosen(name, problem, aligned)) ? 'warn' : severity);
    return [...(rule.pair?.({ ...aligned, ...knowledge, whole: pair }) ?? [])].map((problem) => ({
      rule: name,
      // A severity in the settings applies to all findings of a rule, but never makes one more severe.
      severity: severity === 'error' ? severityOf(problem) : severity,
      problem,
    }));
  });
  const duplicate = new Set(duplicates(found, aligned.alignment));
  return found
    .filter(({ problem }) => !duplicate.has(problem))
    .map((one) => ({ ...one, problem: placed(one.problem, aligned) }));
}

/** Whether what a page has may be right: its translators chose it, or it is not clear what corresponds to it. */
const mayBeChosen = (rule: string, problem: TextProblem, pair: AlignedPair): boolean =>
  problem.choice !== undefined ||
  (needsProof(rule) && problem.proof === undefined) ||
  !isReliable(rule, problem, pair);

/**
 * Whether a finding about names, numbers, links or code can be relied on: both of its places are in paragraphs that are
 * each other's counterparts, or all blocks around its only place have a counterpart.
 */
function isReliable(
  rule: string,
  { offset, sourceOffset }: TextProblem,
  { alignment }: AlignedPair,
): boolean {
  if (!COMPARED.has(rule)) return true;
  return offset !== undefined && sourceOffset !== undefined
    ? alignment.near({ offset: sourceOffset }, { offset })
    : alignment.isCertain({ offset, sourceOffset });
}

const COMPARED: ReadonlySet<string> = new Set<RuleName>(['protected-term', 'number', 'link', 'code']);

/** Something lost is reported at the counterpart of its paragraph, and something added next to its source. */
function placed(problem: TextProblem, { alignment }: AlignedPair): TextProblem {
  const { offset, sourceOffset } = problem;
  if (offset !== undefined && sourceOffset === undefined)
    return { ...problem, sourceOffset: alignment.origin(offset) };
  if (sourceOffset === undefined || offset !== undefined) return problem;
  return { ...problem, offset: alignment.counterpart(sourceOffset) ?? 0 };
}

function group<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const own = groups.get(key(item));
    if (own) own.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
