import { eld } from 'eld/extrasmall';

const codes = new Map<string, string | undefined>();
let subset = '';

/**
 * How much likelier a text is of one language than of another, from -1 to 1, by the letters that follow each other in
 * it; undefined where one of the two is not known.
 */
export function likelier(text: string, tag: string, otherTag: string): number | undefined {
  const [code, other] = [codeOf(tag), codeOf(otherTag)];
  if (!code || !other) return undefined;
  const wanted = `${code} ${other}`;
  if (wanted !== subset) eld.setLanguageSubset([code, other]);
  subset = wanted;
  const scores = eld.detect(text).getScores();
  return (scores[code] ?? 0) - (scores[other] ?? 0);
}

/** The code that the identifier knows a language by: the first part of its tag. */
function codeOf(tag: string): string | undefined {
  const [base = ''] = tag.split('-');
  if (!codes.has(base)) {
    const known = Object.values(eld.setLanguageSubset([base]));
    subset = '';
    codes.set(base, known.includes(base) ? base : undefined);
  }
  return codes.get(base);
}
