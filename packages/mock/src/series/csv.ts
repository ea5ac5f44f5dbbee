/** A row by the names of its columns. */
export interface CsvRow {
  [column: string]: string | undefined;
}

/** Reads CSV with a header row; commas or semicolons, cells in double quotes if need be. Other columns are dropped. */
export function* readCsv(
  text: string,
  columns: readonly string[],
  problems: { line: number; why: string }[],
): Generator<{ line: number; row: CsvRow }> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const separator = (lines[0] ?? '').includes(';') ? ';' : ',';
  const header = cells(lines[0] ?? '', separator)?.map((name) => name.trim().toLowerCase()) ?? [];
  if (!header.includes('time') || !header.includes('sessions')) {
    problems.push({
      line: 1,
      why: `the header has to name the columns time and sessions, and may name ${columns.slice(2).join(' and ')}.`,
    });
    return;
  }
  for (let index = 1; index < lines.length; index += 1) {
    const source = lines[index] ?? '';
    if (source.trim() === '') continue;
    const row = cells(source, separator);
    if (row === undefined) {
      problems.push({ line: index + 1, why: 'a quotation mark is not closed.' });
    } else if (row.length !== header.length) {
      problems.push({ line: index + 1, why: `it has ${row.length} cells, and the header ${header.length}.` });
    } else {
      const named: CsvRow = {};
      for (const [at, name] of header.entries()) if (columns.includes(name)) named[name] = row[at]?.trim();
      yield { line: index + 1, row: named };
    }
  }
}

/** The cells of a line; `undefined` if a quotation mark is not closed. */
function cells(line: string, separator: string): string[] | undefined {
  const found: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (quoted && character === '"' && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') {
      quoted = !quoted;
    } else if (character === separator && !quoted) {
      found.push(cell);
      cell = '';
    } else {
      cell += character;
    }
  }
  return quoted ? undefined : [...found, cell];
}
