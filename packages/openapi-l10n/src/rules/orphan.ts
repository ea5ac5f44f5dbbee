import { isObject, toPointer, valueAt } from '../json.ts';
import { SOURCE } from '../overlay/read.ts';
import type { Rule } from './rule.ts';

export const orphan: Rule = {
  summary: 'A target, or a remembered text, that matches nothing in the contract.',
  severity: 'error',
  *overlay({ contract, overlay, reading }) {
    for (const index of reading.orphans) {
      yield {
        message: `The target ${String(overlay.actions[index]?.['target'])} selects nothing in the contract`,
        help: 'Run "openapi-l10n extract": it moves the action to where its text went, or sets it aside.',
        at: ['actions', index, 'target'],
      };
    }
    for (const [index, action] of overlay.actions.entries()) {
      const [path, second] = reading.selected[index] ?? [];
      const source = action[SOURCE];
      if (!path || second || !isObject(source)) continue;
      for (const key of Object.keys(source)) {
        if (valueAt(contract, [...path, key]) !== undefined) continue;
        yield {
          message: `The contract has no ${toPointer([...path, key])} any more`,
          help: 'Run "openapi-l10n extract": it sets the translation aside.',
          at: ['actions', index, SOURCE, key],
        };
      }
    }
  },
};
