import type { Alignment } from '../alignment/types.ts';
import type { Glossary } from '../glossary.ts';
import type { JsonObject, Path } from '../json.ts';
import type { Language } from '../languages/types.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import type { Text } from '../openapi/texts.ts';
import type { Overlay } from '../overlay/read.ts';
import type { Reading } from '../overlay/translations.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Choice } from './choices.ts';
import type { Proof } from './proofs.ts';

/** The severity of a finding: only errors make `check` fail. */
export type Severity = 'error' | 'warn';

/** Where a text comes from: the names of a contract belong to an API, while those of a page may be samples. */
export type TextKind = 'contract' | 'page';

/** The settings of a project for rules. */
export interface RuleSettings {
  /** Beginnings of URLs, each with its counterpart in the translation. */
  links: Readonly<Record<string, string>>;
  /** What a translation may change in a code block. */
  code: CodePolicy;
}

/** Whether comments and sentences in strings of code blocks must, must not or may be translated. */
export interface CodePolicy {
  comments: 'translate' | 'keep' | 'warn';
  strings: 'translate' | 'keep' | 'warn';
}

/** A source text and its translation, both parsed as Markdown. */
export interface Pair {
  /** Their facts are those of what has a counterpart in the other text. */
  source: MarkdownText;
  translation: MarkdownText;
  /** The texts with all of their facts. */
  whole: { source: MarkdownText; translation: MarkdownText };
  alignment: Alignment;
  /** Where the texts come from. */
  kind: TextKind;
  /** The language of the translation. */
  language: Language;
  /** The language of the source. */
  sourceLanguage: Language;
  glossary: Glossary | undefined;
  /** The settings of the project. */
  settings: RuleSettings;
  /** The names of the contract. */
  vocabulary: Vocabulary;
}

/** A source text without its translation. */
export interface Original {
  source: MarkdownText;
  vocabulary: Vocabulary;
}

/** A problem in a text. Offsets count from 0. */
export interface TextProblem {
  message: string;
  help: string;
  /** Where in the text, or in the translation of a pair; default: its beginning. */
  offset?: number | undefined;
  length?: number | undefined;
  /** A lower severity than the rule's. */
  severity?: Severity | undefined;
  /** What translators of a page may have chosen: there it is a warning. */
  choice?: Choice | undefined;
  /** What proves a finding about names or code, so that it is an error in a page too. */
  proof?: Proof | undefined;
  /** Where in the source text of a pair. */
  sourceOffset?: number | undefined;
}

/** An overlay as a whole, with its contract. */
export interface OverlayCase {
  contract: JsonObject;
  texts: readonly Text[];
  overlay: Overlay;
  reading: Reading;
}

/** A problem in an overlay. */
export interface OverlayProblem {
  message: string;
  help: string;
  /** Where in the overlay; undefined for problems in the contract. */
  at?: Path;
  /** The text of the contract. */
  text?: Path;
  /** A lower severity than the rule's. */
  severity?: Severity;
}

/** A rule implements one of three methods, by what it checks. */
export interface Rule {
  /** What it reports, in one line. */
  summary: string;
  severity: Severity;
  /** Checks an overlay as a whole. */
  overlay?(subject: OverlayCase): Iterable<OverlayProblem>;
  /** Checks a text and its translation. */
  pair?(subject: Pair): Iterable<TextProblem>;
  /** Checks a source text on its own. */
  original?(subject: Original): Iterable<TextProblem>;
}
