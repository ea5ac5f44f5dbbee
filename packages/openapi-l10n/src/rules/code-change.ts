import { keptInProse, skeletonOf } from './code-skeleton.ts';
import { isRenamed, sameButSamples } from './code-tokens.ts';

/** What differs between two code blocks, from nothing that a reader sees to the code itself. */
export type CodeChange =
  | 'none'
  | 'layout'
  | 'comments'
  | 'strings'
  | 'words in output'
  | 'renamed throughout'
  | 'code';

/** Languages whose "code" is prose. */
const PROSE = /^(?:text|txt|plain(?:text)?|mermaid|md|mdx|markdown|diff)?$/i;
/** Files and outputs of words, with code between them. */
const TEXT_FILE = /^(?:text|txt|plain(?:text)?|mdx?|markdown|mdoc|markdoc|log|output)$/i;
/** Language names that renderers know: replacing one changes the highlighting. */
const KNOWN =
  /^(?:[cm]?[jt]sx?|javascript|typescript|astro|vue|svelte|html|xml|mdx?|markdown|te?xt|plaintext|sh|shell|bash|zsh|console|powershell|cmd|json[5c]?|ya?ml|toml|ini|css|scss|diff|sql|python|py|go|rust|java|kotlin|ruby|php|swift|c|cpp|csharp|http|graphql)$/;
/** Data formats, and unknown languages: a quoted value is sent as it is. */
const DATA = /^(?:json[5c]?|ya?ml|toml|xml|http|ini|code)?$/i;
/** Programs, whose strings and texts are samples. */
const PROGRAM =
  /^(?:[cm]?[jt]sx?|javascript|typescript|astro|vue|svelte|(?:\w+-)?html|css|scss|python|py|go|rust|java|kotlin|ruby|php|swift|c|cpp|csharp|cs|dart|diff)$/i;
/** What people read in a terminal or a file. */
const OUTPUT = /^(?:text|txt|plain(?:text)?|log|output|console|mermaid|\w+-vue)?$/i;
/** Languages in which indentation is significant. */
const INDENTED = /^(?:ya?ml|py(?:thon)?|make(?:file)?|pug|haml|sass)$/i;

/**
 * Returns what differs between two blocks, each given as the head of its fence and its lines; `samples` are
 * words such as YOUR_KEY.
 */
export function changeOf(source: string, translation: string, samples?: RegExp): CodeChange {
  const [[head, code], [otherHead, other]] = [splitHead(source), splitHead(translation)];
  const language = head || otherHead;
  if (head !== otherHead && head !== '' && otherHead !== '' && !(KNOWN.test(head) && KNOWN.test(otherHead)))
    return 'code';
  if (code === other) return source.split('\n', 1)[0] === translation.split('\n', 1)[0] ? 'none' : 'layout';
  const [plain, otherPlain] = [withoutComments(code, language), withoutComments(other, language)];
  if (plain === otherPlain) return 'comments';
  if (!INDENTED.test(language) && withoutLayout(plain) === withoutLayout(otherPlain)) return 'layout';
  const isText = TEXT_FILE.test(language);
  if (isText && keptInProse(plain) === keptInProse(otherPlain)) return 'strings';
  if (isText && keptInProse(plain, false) === keptInProse(otherPlain, false)) return 'words in output';
  if (!isText && PROSE.test(language) && hasSameLines(plain, otherPlain)) return 'strings';
  const isData = DATA.test(language);
  const strings = isData ? 'values' : PROGRAM.test(language) ? 'texts' : 'arguments';
  const isSame =
    sameButSamples(plain, otherPlain, { samples, isData }) ||
    (!isText &&
      (withoutLayout(skeletonOf(plain, strings)) === withoutLayout(skeletonOf(otherPlain, strings)) ||
        hasSameOutput(plain, otherPlain)));
  if (isSame) return 'strings';
  if (OUTPUT.test(language) && hasSameSigns(code, other)) return 'words in output';
  return PROGRAM.test(language) && isRenamed(plain, otherPlain, samples) ? 'renamed throughout' : 'code';
}

/** Whether all lines that differ do so in their words, and none is data or code. */
function hasSameSigns(source: string, translation: string): boolean {
  const [lines, others] = [source.split('\n'), translation.split('\n')];
  return (
    lines.length === others.length &&
    lines.every(
      (line, index) =>
        line === others[index] ||
        (!/^\s*["'{}<[]|[;{]$|\(\)/.test(line) && codeIn(line) === codeIn(others[index] ?? '')),
    )
  );
}

function splitHead(block: string): [head: string, code: string] {
  const [head = '', ...lines] = block.split('\n');
  return [/^[^\s:{]*/.exec(head)?.[0] ?? '', lines.map((line) => line.trimEnd()).join('\n')];
}

/** Comments by what begins them, and the languages that do not have them: `#` is a selector in CSS and a slot in Vue. */
const COMMENTS: readonly { comment: RegExp; but?: RegExp; only?: RegExp }[] = [
  { comment: /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g },
  {
    comment: /(?<=^|\s)#(?!!)[^\n]*/gm,
    but: /^(?:[cm]?[jt]sx?|javascript|typescript|astro|vue|svelte|(?:\w+-)?html|xml|css|scss|go|rust|java|kotlin|swift|c|cpp|csharp|mdx?|markdown)$/,
  },
  { comment: /(?<=^|\s)\/\/[^\n]*/gm, but: /^(?:sh|shell|bash|zsh|python|py|ruby|ya?ml|toml|ini)$/ },
  { comment: /^\s*\/\/\s[^\n]*/gm },
  { comment: /(?<=^|\s)--(?=\s)[^\n]*/gm, only: /^(?:sql|lua|haskell|elm)?$/ },
  { comment: /^\s*;[^\n]*/gm, only: /^(?:ini|asm|lisp|clojure|scheme)?$/ },
];

function withoutComments(code: string, language: string): string {
  return COMMENTS.filter(({ but, only }) => !but?.test(language) && (only?.test(language) ?? true))
    .reduce((rest, { comment }) => rest.replaceAll(comment, ''), code)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}

/** Code without the parts that formatters change. */
const withoutLayout = (code: string) =>
  code
    .replaceAll(/[;,](?=\s*(?:$|[)\]}]))/gm, '')
    .replaceAll(/['`]/g, '"')
    .replaceAll(/\((\w+)\)(?=\s*=>)/g, '$1')
    .replaceAll(/\s+/g, '');

/** Whether two blocks differ only in the output of a program: `[plugin] Starting…`. */
function hasSameOutput(source: string, translation: string): boolean {
  const [lines, others] = [source.split('\n'), translation.split('\n')];
  const isOutput = (line: string) =>
    /^\s*\[[\w.:-]+\]\s|(?:…|\.{3})$/.test(line) && !/^\s*[\w-]+:\s/.test(line) && isProse(line);
  return (
    lines.length === others.length &&
    lines.every((line, index) => line === others[index] || (isOutput(line) && isOutput(others[index] ?? '')))
  );
}

/** Whether two prose blocks have the same lines, and only differ in lines of words. */
function hasSameLines(source: string, translation: string): boolean {
  const [lines, others] = [source.split('\n'), translation.split('\n')];
  return (
    lines.length === others.length && lines.every((line, index) => line === others[index] || isProse(line))
  );
}

/** A line of words, whatever tags and interpolated values are between them. */
function isProse(line: string): boolean {
  const words = line.replaceAll(/<[^<>]*>|\{\w+\}/g, ' ');
  return /\p{L}/u.test(words) && !/[;{}=$\\]|^\s*[\w./-]+\s+--?\w/.test(words);
}

/** What looks like code in a line of words, in any order. */
const codeIn = (line: string): string =>
  (line.match(/[\x21-\x7E]+/g) ?? [])
    .map((chunk) => chunk.replaceAll(/^[("']+|[)"',.:;!?]+$/g, ''))
    .filter((chunk) => /[\d_=/\\{}$<>@#|&*+~^]|^--?\w|\w{2}\.\w{2}|[a-z][A-Z]|\(\)/.test(chunk))
    .toSorted()
    .join(' ');
