/** A Markdown table with aligned columns; the first row is the header. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)].join('\n');
}

/**
 * Replaces the table between `<!-- name:start -->` and `<!-- name:end -->` in the text of a file.
 * @param file its name, for the message
 * @throws Error if the marks are missing
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
