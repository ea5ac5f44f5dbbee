/**
 * Kinds of findings that translators of a page may well have chosen: an error in a contract, whose names belong to an
 * API, and a warning in a page.
 */
export const choices = {
  'mentioned less': {
    rule: 'number',
    what: 'a number that a title or a label has lost, or that may be written in characters',
  },
  'added number': { rule: 'number', what: 'a number that has no counterpart in the source' },
  'unit without number': { rule: 'number', what: 'a unit that is written without a number' },
  'number in words': {
    rule: 'number',
    what: 'the digits of a large number, without a known word such as “million”',
  },
  'added link': { rule: 'link', what: 'a link that has no counterpart in the source' },
  'other anchor': { rule: 'link', what: 'another anchor on the same page' },
  'other blocks': {
    rule: 'structure',
    what: 'blocks that only the translation has, or that were moved, split or joined',
  },
  'other form': {
    rule: 'structure',
    what: 'headings, lists, HTML or directives in another form, while all blocks correspond',
  },
  'few words': {
    rule: 'untranslated',
    what: 'up to three words, which may be a name or a label',
  },
  title: {
    rule: 'untranslated',
    what: 'words that all have a capital, such as the title of a work, and what an identifier begins',
  },
} as const satisfies Record<string, { rule: string; what: string }>;

/** The name of a kind of findings. */
export type Choice = keyof typeof choices;
