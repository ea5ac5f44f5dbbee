import { toPointer } from '../json.ts';
import type { Rule } from './rule.ts';

const DOES = {
  update: 'changes',
  insert: 'adds',
  remove: 'removes',
  copy: 'copies something into',
} as const;

export const textOnly: Rule = {
  summary: 'An action that changes something other than a text.',
  severity: 'error',
  *overlay({ reading }) {
    for (const { action, at, touches, kind } of reading.intrusions) {
      yield {
        message: `The action ${DOES[kind]} ${toPointer(touches) || 'the root'}, which is not a text of the contract`,
        help: 'A translation may only change titles, summaries, descriptions and labels. Remove this from the overlay.',
        at: ['actions', action, ...at],
      };
    }
  },
};
