import { isMisspelt } from './name-evidence.ts';
import type { Proof } from './proofs.ts';

/** Languages of programs, data and commands, in which every character counts. */
const KNOWN =
  /^(?:[cm]?[jt]sx?|javascript|typescript|astro|vue|svelte|html|xml|css|scss|less|json[5c]?|ya?ml|toml|ini|sh|shell|bash|zsh|powershell|sql|python|py|go|golang|rust|rs|java|kotlin|scala|groovy|ruby|rb|php|perl|lua|swift|dart|c|cpp|c\+\+|cs|csharp|graphql|dockerfile|http)$/i;

/** Words that are the same in programs of most languages. */
const KEYWORD =
  /^(?:import|from|export|const|let|var|function|return|class|if|else|for|while|switch|case|break|continue|new|await|async|try|catch|finally|throw|true|false|null|undefined|def|elif|except|lambda|yield|package|public|private|static|void|fn|func|struct|enum|interface|extends|implements)$/;

const CURLY = /[“”„«»‘’‚–—]/;

const plainMarks = (line: string) =>
  line
    .replaceAll(/\s*[“”„«»]\s*/g, '"')
    .replaceAll(/[‘’‚]/g, "'")
    .replaceAll(/[–—]/g, '--');

/**
 * What proves that the code of a translation is broken, and not adapted; undefined if nothing does.
 *
 * @param was the block of the source: the head of its fence and its lines
 * @param page the text of the translated page
 */
export function proofOf(was: string, is: string, page: string): Proof | undefined {
  const [[head = '', ...lines], [, ...others]] = [was.split('\n'), is.split('\n')];
  if (!KNOWN.test(/^[^\s:{,]*/.exec(head)?.[0] ?? '')) return undefined;
  if (lines.length !== others.length) return isShortened(lines, others) ? 'lost line' : undefined;
  const changed = lines.flatMap((line, index) =>
    line.trim() === others[index]?.trim() ? [] : [[line, others[index] ?? ''] as [string, string]],
  );
  if (changed.length === 0) return undefined;
  const hasMarks = ([line, other]: [string, string]) =>
    !CURLY.test(line) && CURLY.test(other) && sameMarks(line) === sameMarks(other);
  if (changed.some(hasMarks)) return 'quotation marks';
  const words = changed.map(([line, other]) => changedWord(line, other));
  if (
    words.some(
      (word) => word && KEYWORD.test(word.was) && /^\p{L}+$/u.test(word.is) && !KEYWORD.test(word.is),
    )
  )
    return 'translated keyword';
  // In an example with other names, many words differ.
  const [word] = words;
  return words.length === 1 && word && isMisspelt(word.was, word.is, page) ? 'misspelt code' : undefined;
}

const sameMarks = (line: string) =>
  plainMarks(line)
    .replaceAll(/'|\s/g, (sign) => (sign === "'" ? '"' : ''))
    .replaceAll(/-+/g, '-');

/** Whether all lines of a block are in the other one, in their order, which has few others with code. */
function isShortened(lines: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  const lost: string[] = [];
  for (const line of lines) {
    if (at < others.length && line.trim() === others[at]?.trim()) at++;
    else if (line.trim() !== '') lost.push(line.trim());
  }
  return at === others.length && lost.length > 0 && lost.every((line) => /^[\w"'@$.<{}[\](]/.test(line));
}

/** The one word that two lines have in different forms; undefined if more differs. */
function changedWord(line: string, other: string): { was: string; is: string } | undefined {
  const [a, b] = [tokensOf(line), tokensOf(other)];
  const start = a.findIndex((token, index) => token !== b[index]);
  if (start < 0) return undefined;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [was, is] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return was.length === 1 ? { was: was[0] ?? '', is: is.join(' ') } : undefined;
}

const tokensOf = (line: string): string[] => line.match(TOKEN) ?? [];

const TOKEN = /[\p{L}\p{N}_$-]+|[^\s\p{L}\p{N}]/gu;
