import type { CheckOptions } from './config.ts';
import { type RuleName, ruleNames, rules } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';
import type { Severity } from './severity.ts';

/** A rule that is on, with the severity that the settings or the rule itself give. */
export interface ActiveRule {
  name: RuleName;
  rule: Rule;
  severity: Severity;
}

/** The rules that are on. */
export function activeRules(options: CheckOptions): ActiveRule[] {
  return ruleNames.flatMap((name): ActiveRule[] => {
    const severity = options.rules?.[name] ?? rules[name].severity;
    return severity === 'off' ? [] : [{ name, rule: rules[name], severity }];
  });
}
