/**
 * Kinds of findings about names and code that are errors in a page too: there, all others may be samples that translators
 * adapt.
 */
export const proofs = {
  'misspelt name': {
    rule: 'protected-term',
    what: 'a name in which one or two letters differ, and that the page does not have elsewhere',
  },
  'repeated word': { rule: 'protected-term', what: 'a name or word that is repeated' },
  'renamed field': { rule: 'protected-term', what: 'a field of the front matter whose name is translated' },
  'misspelt code': {
    rule: 'code',
    what: 'a word of code in which one or two letters differ, and that the page does not have elsewhere',
  },
  'translated keyword': { rule: 'code', what: 'a translated keyword of a programming language' },
  'quotation marks': { rule: 'code', what: 'typographic quotation marks or dashes in code' },
  'lost line': { rule: 'code', what: 'a lost line of code, while all others are the same' },
  'lost placeholder': { rule: 'code', what: 'a placeholder in braces that is nowhere in the translation' },
} as const satisfies Record<string, { rule: string; what: string }>;

/** The name of a kind of findings that are errors in a page. */
export type Proof = keyof typeof proofs;

const RULES: ReadonlySet<string> = new Set(Object.values(proofs).map(({ rule }) => rule));

/** Whether a rule needs a proof for an error in a page. */
export const needsProof = (rule: string): boolean => RULES.has(rule);
