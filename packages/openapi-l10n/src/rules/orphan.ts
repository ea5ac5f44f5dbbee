import { isObject, toPointer, valueAt } from '../json.ts';
import { SOURCE } from '../overlay/read.ts';
import type { Rule } from './rule.ts';

export const orphan: Rule = {
  summary: 'A target or a stored source text that matches nothing in the contract.',
  severity: 'error',
  *overlay({ contract, overlay, reading }) {
    for (const index of reading.orphans) {
      yield {
        message: `The target ${String(overlay.actions[index]?.['target'])} selects nothing in the contract`,
        help: 'Run "openapi-l10n extract", which moves the action to its text, or keeps it under x-l10n-removed.',
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
          message: `The contract no longer has ${toPointer([...path, key])}`,
          help: 'Run "openapi-l10n extract", which keeps the translation under x-l10n-removed.',
          at: ['actions', index, SOURCE, key],
        };
      }
    }
  },
};
