/** The beginning of a text, quoted, on one line. */
export function excerpt(text: string, length = 60): string {
  const line = oneLine(text);
  return `“${line.length > length ? `${line.slice(0, length - 1)}…` : line}”`;
}

/** Two quoted texts, each cut to the part where they begin to differ. */
export function difference(a: string, b: string, length = 60): [string, string] {
  const [one, other] = [oneLine(a), oneLine(b)];
  if (Math.max(one.length, other.length) <= length) return [`“${one}”`, `“${other}”`];
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const start = other === '' || one === '' || at < length / 3 ? 0 : at - Math.floor(length / 4);
  const cut = (line: string) =>
    `“${start > 0 ? '…' : ''}${line.slice(start, start + length)}${line.length > start + length ? '…' : ''}”`;
  return [cut(one), cut(other)];
}

/** On one line, with an ellipsis for the code that a block only has a placeholder for. */
const oneLine = (text: string) =>
  text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\uFFFC+/g, '…');
