import type { Block } from '../markdown/block.ts';
import type { TypographyProblem } from './types.ts';

const MONTHS = 'Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre';
const DAYS = 'Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche';
const LANGUAGES =
  'Français|Anglais|Allemand|Espagnol|Italien|Portugais|Néerlandais|Japonais|Chinois|Coréen|Russe|Arabe|Polonais|Turc';

/** Words that French does not capitalise, except at the beginning of a sentence. */
const SMALL: readonly RegExp[] = [
  new RegExp(`(?<=(?:\\d|1er|\\p{Ll})[\\s\\u00A0])(?:${MONTHS})(?![\\p{L}-])`, 'gu'),
  new RegExp(`(?<=[\\p{Ll},][\\s\\u00A0])(?:${DAYS})s?(?![\\p{L}-])`, 'gu'),
  new RegExp(
    `(?<=(?:\\ben|\\blangue|\\bversion|\\btraduction|\\bvers le|\\bvers l['’])[\\s\\u00A0]?)(?:${LANGUAGES})e?(?![\\p{L}-])`,
    'gu',
  ),
];
const LITTLE =
  /^(?:De|Du|Des|La|Le|Les|Un|Une|Et|Ou|En|Au|Aux|Pour|Avec|Sans|Sur|Dans|Par|À|Que|Qui|Ce|Ces|Cette|Vos|Votre|Son|Sa|Ses|Entre)$/u;

/** Words that English capitalises and French does not: months, days, languages, and words in headings. */
export function capitals(block: Block, original: readonly Block[] | undefined): TypographyProblem[] {
  const problems = SMALL.filter((pattern) => block.text.search(pattern) >= 0).flatMap((pattern) =>
    [...block.text.matchAll(pattern)].map((match) =>
      problem(match.index, match[0], `“${match[0]}” has no capital in French`),
    ),
  );
  return [...problems, ...(block.kind === 'heading' ? titleCase(block.text, original) : [])];
}

/** Capitalised words inside a heading that are not names, since names are in the source too. */
function titleCase(heading: string, original: readonly Block[] | undefined): TypographyProblem[] {
  const words = [...heading.matchAll(/(?<=(\S*)\s+(?:[dlDL]['’])?)\p{Lu}\p{Ll}+(?![\p{L}\d_./-])/gu)].filter(
    // A colon, a dash or a number starts a new sentence.
    ({ 1: before = '' }) => /[\p{L}\d,;’'»)]$/u.test(before) && !/^\d+[.)]?$/.test(before),
  );
  const names = new Set(original?.flatMap(({ text }) => text.match(/\p{Lu}\p{Ll}+/gu) ?? []));
  return words
    .filter(
      ({ 0: word, index }) =>
        LITTLE.test(word) || (original && !names.has(word) && !isCalled(heading, index)),
    )
    .map((match) => problem(match.index, match[0], `“${match[0]}” has no capital inside a French heading`));
}

/** Whether a word begins the name of a page, an endpoint or a button: « l’onglet Paramètres ». */
function isCalled(heading: string, at: number): boolean {
  return /(?:point de terminaison|page|onglet|menu|section|rubrique|bouton|champ|écran|panneau)[\s\u00A0]$/iu.test(
    heading.slice(0, at),
  );
}

function problem(offset: number, word: string, message: string): TypographyProblem {
  return { offset, length: 1, message, replacement: word.charAt(0).toLowerCase() };
}
