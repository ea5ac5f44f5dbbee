/** What begins an attribute whose value is a JavaScript object or array: `labels={{ … }}`. */
const BEGIN = /(?<=\s[\w-]+=)\{(?=\s*(?:\/\*[\s\S]*?\*\/\s*)?[{[])/g;
/** What has no braces that count: strings and comments. */
const SKIPPED =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|[{}]/g;

/**
 * Replaces what is in the JavaScript objects and arrays of component attributes with spaces of the same length: it is
 * data of the page, neither Markdown nor a placeholder, and braces nest in it to any depth.
 *
 * @param isCode whether an offset is in a code block, where everything stays
 */
export function withoutExpressions(text: string, isCode: (offset: number) => boolean): string {
  let result = '';
  let end = 0;
  for (const { index } of text.matchAll(BEGIN)) {
    const close = index < end || isCode(index) ? undefined : closingBrace(text, index);
    if (close === undefined) continue;
    result += text.slice(end, index + 1) + text.slice(index + 1, close).replaceAll(/[^\n]/g, ' ');
    end = close;
  }
  return result + text.slice(end);
}

/** The offset of the brace that closes the one at `open`; undefined when there is none. */
function closingBrace(text: string, open: number): number | undefined {
  let depth = 0;
  SKIPPED.lastIndex = open;
  for (let match = SKIPPED.exec(text); match !== null; match = SKIPPED.exec(text)) {
    if (match[0] === '{') depth += 1;
    else if (match[0] === '}') depth -= 1;
    if (depth === 0) return match.index;
  }
  return undefined;
}
