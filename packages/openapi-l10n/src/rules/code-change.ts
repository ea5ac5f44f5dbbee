/** What differs between two code blocks: comments, sentences in strings, or the code itself. */
export function changeOf(source: string, translation: string): 'comments' | 'strings' | 'code' {
  const [[head = '', ...lines], [otherHead = '', ...others]] = [source.split('\n'), translation.split('\n')];
  const language = head.split(' ')[0] ?? '';
  if (language !== (otherHead.split(' ')[0] ?? '')) return 'code';
  const [code, other] = [withoutComments(lines.join('\n')), withoutComments(others.join('\n'))];
  if (code === other) return 'comments';
  if (PROSE.test(language) && lines.length === others.length) return 'strings';
  return sameButSentences(code, other) ? 'strings' : 'code';
}

/** Languages whose "code" is read by people. */
const PROSE = /^(?:text|txt|plain(?:text)?|mermaid|md|mdx|markdown|diff)$/i;

const COMMENT = /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)(?:#(?!!)|\/\/|--(?=\s))[^\n]*|^\s*;[^\n]*/gm;

function withoutComments(code: string): string {
  return code
    .replaceAll(COMMENT, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}

/** A string in quotes, a sample of a person's to fill in, or a value of YAML. */
const STRING =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|<[^<>\n]+>|(?<=^\s*(?:- )?[\w-]+: )(?!["'{[&*|>])(?=[^\n]*(?:\s|\P{ASCII}))[^\n]+$/gmu;

/** Whether two codes differ only in strings that hold sentences or stand for what the reader fills in. */
function sameButSentences(source: string, translation: string): boolean {
  const [strings, others] = [source, translation].map((code) =>
    [...code.matchAll(STRING)].map(([text]) => text),
  ) as [string[], string[]]; // two in, two out
  if (strings.length !== others.length || strings.length === 0) return false;
  if (source.replaceAll(STRING, '""') !== translation.replaceAll(STRING, '""')) return false;
  const changed = strings.filter((text, index) => text !== others[index]);
  // Next to a sentence a single word with a capital is a label too: "Guides".
  return (
    changed.some(isForPeople) &&
    changed.every((text) => isForPeople(text) || /^["'`]\p{Lu}\p{Ll}/u.test(text))
  );
}

const isForPeople = (text: string) =>
  /\p{L}[\p{P}]?\s+[\p{P}]?\p{L}/u.test(text) || /^<\p{L}[\p{L}\p{N}_. -]*>$/u.test(text);
