import type { Glossary } from './glossary.ts';
import type { TextOptions } from './openapi/texts.ts';
import type { OwnRule } from './own-rules.ts';
import type { RuleName } from './rules/index.ts';
import type { Severity } from './rules/rule.ts';

/** Settings of a check. */
export interface CheckOptions extends TextOptions {
  /** The language of the translation (BCP 47), when the overlay does not say it in `x-l10n-language`. */
  language?: string | undefined;
  /** The language of the contract (BCP 47); English by default. */
  sourceLanguage?: string | undefined;
  glossary?: Glossary | undefined;
  /** Severities that override those of the rules. */
  rules?: Partial<Record<RuleName, Severity | 'off'>> | undefined;
  /** The beginnings of addresses in the source language, each with its counterpart in the translation. */
  links?: Readonly<Record<string, string>> | undefined;
  /** Whether comments and sentences in strings of code blocks may be translated; `warn` by default. */
  code?:
    | {
        comments?: 'translate' | 'keep' | 'warn' | undefined;
        strings?: 'translate' | 'keep' | 'warn' | undefined;
      }
    | undefined;
  /** Rules of the project itself, by their names. */
  ownRules?: Readonly<Record<string, OwnRule>> | undefined;
  /** Names that may be in backticks although they are not in the contract. */
  names?: readonly string[] | undefined;
}
