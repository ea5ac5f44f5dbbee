import { ambiguous } from './ambiguous.ts';
import { code } from './code.ts';
import { glossary } from './glossary.ts';
import { inconsistent } from './inconsistent.ts';
import { link } from './link.ts';
import { missing } from './missing.ts';
import { number } from './number.ts';
import { orphan } from './orphan.ts';
import { protectedTerm } from './protected-term.ts';
import type { Rule } from './rule.ts';
import { source } from './source.ts';
import { stale } from './stale.ts';
import { structure } from './structure.ts';
import { textOnly } from './text-only.ts';
import { typography } from './typography.ts';
import { untranslated } from './untranslated.ts';

/** Every rule by its name, in the order of their findings. */
export const rules = {
  missing,
  stale,
  orphan,
  ambiguous,
  'text-only': textOnly,
  'protected-term': protectedTerm,
  number,
  link,
  code,
  structure,
  untranslated,
  typography,
  source,
  glossary,
  inconsistent,
} as const satisfies Record<string, Rule>;

/** The name of a rule. */
export type RuleName = keyof typeof rules;

/** The names of all rules. */
export const ruleNames = Object.keys(rules) as RuleName[]; // the keys of the table above
