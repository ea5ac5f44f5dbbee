import { eld } from 'eld/extrasmall';

const codes = new Map<string, string | undefined>();
let subset = '';

/**
 * How much more likely a text is in one language than in another, from -1 to 1, by its letter sequences; undefined if
 * one of the two is unknown.
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

/** The identifier's code of a language: the first part of its tag. */
function codeOf(tag: string): string | undefined {
  const [base = ''] = tag.split('-');
  if (!codes.has(base)) {
    const known = Object.values(eld.setLanguageSubset([base]));
    subset = '';
    codes.set(base, known.includes(base) ? base : undefined);
  }
  return codes.get(base);
}
