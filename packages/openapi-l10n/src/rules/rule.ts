import type { Alignment } from '../alignment/types.ts';
import type { Glossary } from '../glossary.ts';
import type { JsonObject, Path } from '../json.ts';
import type { Language } from '../languages/types.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import type { Text } from '../openapi/texts.ts';
import type { Overlay } from '../overlay/read.ts';
import type { Reading } from '../overlay/translations.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** How grave a finding is: only errors make `check` fail. */
export type Severity = 'error' | 'warn';

/** What a project may set for the rules of texts. */
export interface RuleSettings {
  /** Beginnings of addresses, each with the one that it has in the translation. */
  links: Readonly<Record<string, string>>;
  /** What a translation may change in a code block. */
  code: CodePolicy;
}

/** Whether comments and sentences in strings of code blocks are translated: must be, must not be, or may be. */
export interface CodePolicy {
  comments: 'translate' | 'keep' | 'warn';
  strings: 'translate' | 'keep' | 'warn';
}

/** A source text and its translation, both read as Markdown. */
export interface Pair {
  /** Their facts are those of what has a counterpart in the other text. */
  source: MarkdownText;
  translation: MarkdownText;
  /** The texts with all of their facts. */
  whole: { source: MarkdownText; translation: MarkdownText };
  alignment: Alignment;
  /** What is known of the translation's language. */
  language: Language;
  /** What is known of the source's language. */
  sourceLanguage: Language;
  glossary: Glossary | undefined;
  /** The settings that a rule may read. */
  settings: RuleSettings;
  /** The names that the contract knows. */
  vocabulary: Vocabulary;
}

/** A source text on its own. */
export interface Original {
  source: MarkdownText;
  vocabulary: Vocabulary;
}

/** What a rule of texts reports; offsets count in the text, from 0. */
export interface TextProblem {
  message: string;
  help: string;
  /** Where in the text that is judged (the translation of a pair); its beginning by default. */
  offset?: number | undefined;
  length?: number | undefined;
  /** A lesser severity than the rule's. */
  severity?: Severity | undefined;
  /** Where in the source text of a pair. */
  sourceOffset?: number | undefined;
}

/** An overlay as a whole, set against its contract. */
export interface OverlayCase {
  contract: JsonObject;
  texts: readonly Text[];
  overlay: Overlay;
  reading: Reading;
}

/** What a rule of overlays reports. */
export interface OverlayProblem {
  message: string;
  help: string;
  /** Where in the overlay; undefined for what only the contract has. */
  at?: Path;
  /** The text of the contract. */
  text?: Path;
  /** A lesser severity than the rule's. */
  severity?: Severity;
}

/** A rule has one of three forms, by what it looks at. */
export interface Rule {
  /** What it catches, in one line. */
  summary: string;
  severity: Severity;
  /** Looks at an overlay as a whole. */
  overlay?(subject: OverlayCase): Iterable<OverlayProblem>;
  /** Looks at a text and its translation. */
  pair?(subject: Pair): Iterable<TextProblem>;
  /** Looks at a text of the source language alone. */
  original?(subject: Original): Iterable<TextProblem>;
}
