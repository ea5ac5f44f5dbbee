/** The tokens of JSON (RFC 8259), and white space. */
const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them inside a string
  /[ \t\r\n]+|[[\]{},:]|"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/uy;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end';

/**
 * Where a text stops being JSON, and what is expected there. JSON.parse only sometimes reports the position, and in
 * wording that differs between engines.
 */
export function jsonFault(text: string): { offset: number; expected: string } | undefined {
  const open: ('{' | '[')[] = [];
  let next: Expected = 'value';
  const closed = (): Expected => (open.length === 0 ? 'end' : open.at(-1) === '{' ? ', or }' : ', or ]');
  TOKEN.lastIndex = 0;
  for (let offset = 0; offset < text.length; offset = TOKEN.lastIndex) {
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return { offset, expected: next };
    const first = token[0] ?? '';
    if (' \t\r\n'.includes(first)) continue;
    const isValue = !'[]{},:'.includes(first);
    if (next.startsWith('value') && (isValue || first === '{' || first === '[')) {
      if (first === '{' || first === '[') open.push(first);
      next = first === '{' ? 'key or }' : first === '[' ? 'value or ]' : closed();
    } else if (next.startsWith('key') && first === '"') next = ':';
    else if (next === ':' && first === ':') next = 'value';
    else if (next.startsWith(',') && first === ',') next = open.at(-1) === '{' ? 'key' : 'value';
    else if (next.endsWith(first) && (first === ']' || first === '}')) {
      open.pop();
      next = closed();
    } else return { offset, expected: next };
  }
  return next === 'end' ? undefined : { offset: text.length, expected: next };
}
