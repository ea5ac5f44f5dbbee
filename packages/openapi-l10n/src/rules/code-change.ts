import { isHeaderLine, keptInProse, skeletonOf } from './code-skeleton.ts';
import { isLanguage } from './link-language.ts';
import { isHeaderName } from './name-shapes.ts';

/** What differs between two code blocks, from nothing that a reader sees to the code itself. */
export type CodeChange = 'none' | 'layout' | 'comments' | 'strings' | 'code';

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
/** A string of words without the punctuation of paths and names. */
const LITERAL = /^(["'`])[\p{L}\p{M}\d\s,.:!?…'’-]*\p{L}[\p{L}\p{M}\d\s,.:!?…'’-]*\1$/u;
/** Languages in which indentation is significant. */
const INDENTED = /^(?:ya?ml|py(?:thon)?|make(?:file)?|pug|haml|sass)$/i;

/**
 * Returns what differs between two blocks, each given as the head of its fence and its lines; `samples` are
 * words such as YOUR_KEY.
 */
export function changeOf(source: string, translation: string, samples?: RegExp): CodeChange {
  const [[head, code], [otherHead, other]] = [parted(source), parted(translation)];
  const language = head || otherHead;
  if (head !== otherHead && head !== '' && otherHead !== '' && !(KNOWN.test(head) && KNOWN.test(otherHead)))
    return 'code';
  if (code === other) return source.split('\n', 1)[0] === translation.split('\n', 1)[0] ? 'none' : 'layout';
  const [plain, otherPlain] = [withoutComments(code, language), withoutComments(other, language)];
  if (plain === otherPlain) return 'comments';
  if (!INDENTED.test(language) && squeezed(plain) === squeezed(otherPlain)) return 'layout';
  const isText = TEXT_FILE.test(language);
  if (isText && keptInProse(plain) === keptInProse(otherPlain)) return 'strings';
  if (!isText && PROSE.test(language) && hasSameLines(plain, otherPlain)) return 'strings';
  const isData = DATA.test(language);
  const strings = isData ? 'values' : PROGRAM.test(language) ? 'texts' : 'arguments';
  const isSame =
    sameButSamples(plain, otherPlain, { samples, isData }) ||
    (!isText &&
      (squeezed(skeletonOf(plain, strings)) === squeezed(skeletonOf(otherPlain, strings)) ||
        hasSameOutput(plain, otherPlain)));
  return isSame ? 'strings' : 'code';
}

function parted(block: string): [head: string, code: string] {
  const [head = '', ...lines] = block.split('\n');
  return [head.split(' ')[0] ?? '', lines.map((line) => line.trimEnd()).join('\n')];
}

/** Comments by what begins them, and the languages that do not have them: `#` is a selector in CSS and a slot in Vue. */
const COMMENTS: readonly { comment: RegExp; but?: RegExp; only?: RegExp }[] = [
  { comment: /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g },
  {
    comment: /(?<=^|\s)#(?!!)[^\n]*/gm,
    but: /^(?:[cm]?[jt]sx?|javascript|typescript|astro|vue|svelte|(?:\w+-)?html|xml|css|scss|go|rust|java|kotlin|swift|c|cpp|csharp|mdx?|markdown)$/,
  },
  { comment: /(?<=^|\s)\/\/[^\n]*/gm, but: /^(?:sh|shell|bash|zsh|python|py|ruby|ya?ml|toml|ini)$/ },
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
const squeezed = (code: string) =>
  code
    .replaceAll(/[;,](?=\s*(?:$|[)\]}]))/gm, '')
    .replaceAll(/['`]/g, '"')
    .replaceAll(/\s+/g, '');

/** A string, a text between tags, a sample in angle brackets, a word, or a punctuation mark. */
const TOKEN =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|(?<text>(?<=(?<!=)>|\})(?=[^<>{}]*\p{L})[^<>{}]+(?=[<{])|^[^\S\n]*\p{L}[^<>{}=;()\n]*(?=<))|<\p{L}[^<>\n=/]*>|\[\p{Lu}[^[\]\n"']*\]|(?<=^\s*(?:- )?[\w-]+: )(?!["'{[&*|>])(?=[^\n]*(?:\s|\P{ASCII}))[^\n]+$|[\p{L}\p{N}_$-]+|[^\s\p{L}\p{N}]/gmu;

/** Whether two pieces of code differ only in text that people read or fill in. */
function sameButSamples(
  source: string,
  translation: string,
  { samples, isData }: { samples: RegExp | undefined; isData: boolean },
): boolean {
  const [tokens, others] = [source, translation].map((code) =>
    [...code.matchAll(TOKEN)].map(({ 0: token, groups }) => `${groups?.['text'] ? TEXT : ''}${token.trim()}`),
  ) as [string[], string[]]; // two values in, two values out
  if (tokens.length !== others.length) return false;
  const changed = tokens.flatMap((token, index) =>
    token === others[index] || namesLanguages(token, others[index] ?? '')
      ? []
      : [{ token, next: tokens[index + 1] }],
  );
  // Next to a sentence, a single capitalised word is a label too: "Guides".
  return changed.every(
    ({ token, next }) =>
      isForPeople(token) ||
      samples?.test(token) ||
      isLabel(token) ||
      // In a program a string of words is a sample; in data it may be a value, and before a colon it is a key.
      (!isData && next !== ':' && LITERAL.test(token)),
  );
}

/** Whether both tokens are codes of languages, as in `en: …` and `'zh-CN': …`: samples are in the reader's language. */
const namesLanguages = (token: string, other: string): boolean =>
  [token, other].every((code) => TAG.test(code) && isLanguage(code.replaceAll(/["'`]/g, '')));

const TAG = /^(["'`]?)[a-z]{2}(?:-[A-Za-z]{2,4})?\1$/;

/** Marks a text between tags. */
const TEXT = '>';

/** Words of a sentence, a text between tags, or a sample in brackets or in capitals. */
const isForPeople = (token: string) =>
  (token.startsWith(TEXT) && token.length > 1) ||
  (/\p{L}.*\s.*\p{L}/su.test(token) && !isHeaderLine(token)) ||
  /^[<[]\p{L}[\p{L}\p{N}_. -]*[>\]]$/u.test(token) ||
  /^["'`<]\p{Lu}[\p{Lu}\d]*_[\p{Lu}\d_]+["'`>]$/u.test(token) ||
  /^\p{Lu}?[\p{L}\s]*[!?.…:,]$/u.test(token);

/** A capitalised word, except the names that HTTP capitalises. */
function isLabel(token: string): boolean {
  const [, word = ''] = /^["'`](\p{Lu}\p{Ll}[\p{L}-]*)[!?.…]?["'`]$/u.exec(token) ?? [];
  return (
    word !== '' &&
    !isHeaderName(word) &&
    !/^(?:Bearer|Basic|Digest)$/.test(word) &&
    !/^\p{L}+\p{Lu}/u.test(word)
  );
}

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
