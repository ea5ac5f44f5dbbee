import type { Block } from '../markdown/block.ts';
import type { TypographyProblem } from './types.ts';

const MONTHS = 'Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre';
const DAYS = 'Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche';
const LANGUAGES =
  'Français|Anglais|Allemand|Espagnol|Italien|Portugais|Néerlandais|Japonais|Chinois|Coréen|Russe|Arabe|Polonais|Turc';

/** Words that French writes small wherever they do not begin a sentence. */
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

/** Capitals that English writes and French does not: months, days, languages, and every word of a heading. */
export function capitals(block: Block, original: readonly Block[] | undefined): TypographyProblem[] {
  const problems = SMALL.flatMap((pattern) =>
    [...block.text.matchAll(pattern)].map((match) =>
      problem(match.index, match[0], `“${match[0]}” has no capital in French`),
    ),
  );
  return [...problems, ...(block.kind === 'heading' ? titleCase(block.text, original) : [])];
}

/** Capitals inside a heading, of words that are not names: a name is in the source too. */
function titleCase(heading: string, original: readonly Block[] | undefined): TypographyProblem[] {
  const words = [...heading.matchAll(/(?<=(\S*)\s+(?:[dlDL]['’])?)\p{Lu}\p{Ll}+(?![\p{L}\d_./-])/gu)].filter(
    // The first word after a colon, a dash or a figure starts again.
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

/** Whether a word begins the name of a page, an endpoint, a button or the like: « l’onglet Paramètres ». */
function isCalled(heading: string, at: number): boolean {
  return /(?:point de terminaison|page|onglet|menu|section|rubrique|bouton|champ|écran|panneau)[\s\u00A0]$/iu.test(
    heading.slice(0, at),
  );
}

function problem(offset: number, word: string, message: string): TypographyProblem {
  return { offset, length: 1, message, replacement: word.charAt(0).toLowerCase() };
}
