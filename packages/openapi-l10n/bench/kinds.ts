/** The kinds of faults that the benches make. */
export const KINDS = ['number', 'unit', 'code span', 'link', 'whole text', 'one sentence'] as const;

/** A kind of fault. */
export type Kind = (typeof KINDS)[number];

/** The rule that reports each kind. */
export const RULE: Readonly<Record<Kind, string>> = {
  number: 'number',
  unit: 'number',
  'code span': 'protected-term',
  link: 'link',
  'whole text': 'untranslated',
  'one sentence': 'untranslated',
};
