/** A Markdown table whose columns are as wide as their widest cell; the first row is its head. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)].join('\n');
}

/**
 * The text of a file with another table between `<!-- name:start -->` and `<!-- name:end -->`.
 * @param file its name, for the message
 * @throws Error when the file has lost its marks
 */
export function withTable(
  file: string,
  text: string,
  name: string,
  rows: readonly (readonly string[])[],
): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file}: expected ${start} and then ${end}; put them back.`);
  return `${text.slice(0, from)}${start}\n\n${table(rows)}\n\n${text.slice(to)}`;
}
