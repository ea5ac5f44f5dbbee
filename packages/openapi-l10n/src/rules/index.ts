import { missing } from './missing.ts';
import { orphan } from './orphan.ts';
import type { Rule } from './rule.ts';
import { stale } from './stale.ts';
import { textOnly } from './text-only.ts';

/** Every rule by its name, in the order in which findings are explained. */
export const rules = {
  missing,
  stale,
  orphan,
  'text-only': textOnly,
} as const satisfies Record<string, Rule>;

/** The name of a rule. */
export type RuleName = keyof typeof rules;

/** The names of all rules. */
export const ruleNames = Object.keys(rules) as RuleName[]; // the keys of the table above
