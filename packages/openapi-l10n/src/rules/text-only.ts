import { toPointer } from '../json.ts';
import type { Rule } from './rule.ts';

const DOES = {
  update: 'changes',
  insert: 'adds',
  remove: 'removes',
  copy: 'copies something into',
} as const;

export const textOnly: Rule = {
  summary: 'An action touches something that is not a text for people.',
  severity: 'error',
  *overlay({ reading }) {
    for (const { action, at, touches, kind } of reading.intrusions) {
      yield {
        message: `The action ${DOES[kind]} ${toPointer(touches) || 'the root'}, which is not a text of the contract`,
        help: 'A translation may change titles, summaries, descriptions and labels only. Remove this from the overlay.',
        at: ['actions', action, ...at],
      };
    }
  },
};
