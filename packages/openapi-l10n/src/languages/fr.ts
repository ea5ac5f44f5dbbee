import type { Language, TypographyProblem } from './language.ts';

const NO_BREAK = '\u00A0';
const NARROW = '\u202F';

/** French. */
export const french: Language = {
  tag: 'fr',
  groupSeparators: [' ', NO_BREAK, NARROW],
  decimalSeparators: [','],
  commonWords: new Set(
    'le la les de du des un une et est sont pour avec que qui dans par sur ou au aux ce cette ces il elle ne pas se sa son ses vous votre vos à en chaque toutes tous sans si'.split(
      ' ',
    ),
  ),
  words: {},
  typography,
};

/** Rules of French print, each with the characters that mend a breach. */
function typography(prose: string): TypographyProblem[] {
  const problems: TypographyProblem[] = [];
  const find = (pattern: RegExp, message: string, mend: (match: RegExpExecArray) => string) => {
    for (const match of prose.matchAll(pattern)) {
      problems.push({ offset: match.index, length: match[0].length, message, replacement: mend(match) });
    }
  };
  find(/(?<=\p{L})'(?=[\p{L}\s])/gu, 'The apostrophe is ’', () => '’');
  find(/(?<=[\p{L}\d)»”]) (?=[;!?])/gu, 'A no-break space stands before ; ! ?', () => NARROW);
  find(/(?<=[\p{L}\d)»”]) (?=:(?:\s|$))/gu, 'A no-break space stands before a colon', () => NO_BREAK);
  find(/(?<=[\p{L})»”])(?=[;!?](?:\s|$))/gu, 'A no-break space stands before ; ! ?', () => NARROW);
  find(/(?<=[\p{L})»”])(?=:(?:\s|$))/gu, 'A no-break space stands before a colon', () => NO_BREAK);
  find(/(?<=\d) ?(?=%(?!\w))/g, 'A no-break space stands before %', () => NO_BREAK);
  find(/(?<=«) ?(?=[\p{L}\d])/gu, 'A no-break space stands after «', () => NO_BREAK);
  find(/(?<=[\p{L}\d.!?]) ?(?=»)/gu, 'A no-break space stands before »', () => NO_BREAK);
  find(/(?<=\d) (?=\d{3}(?!\d))/g, 'A no-break space groups digits', () => NARROW);
  return problems.toSorted((a, b) => a.offset - b.offset);
}
