import type { Language } from './language.ts';

/** French. */
export const french: Language = {
  tag: 'fr',
  groupSeparators: [' ', '\u00A0', '\u202F'],
  decimalSeparators: [','],
  commonWords: new Set(),
  words: {},
};
