/** A row, by column name. */
export interface CsvRow {
  [column: string]: string | undefined;
}

/**
 * Reads CSV with a header row, separated by commas, semicolons or tabs. Quoted cells may contain line
 * breaks. A first line such as `sep=;`, as Excel writes it, names the separator. Other columns are dropped.
 */
export function* readCsv(
  text: string,
  columns: readonly string[],
  problems: { line: number; why: string }[],
): Generator<{ line: number; row: CsvRow }> {
  const content = text.replace(/^\uFEFF/, '');
  const [named = '', given] = /^sep=(.)[ \t]*(?:\r\n|\n|\r)/i.exec(content) ?? [];
  const body = content.slice(named.length);
  const separator = given ?? separatorOf(/^[^\r\n]*/.exec(body)?.[0] ?? '');
  const offset = named === '' ? 0 : 1;
  let header: string[] | undefined;
  for (const { line, cells } of records(body, separator)) {
    const at = line + offset;
    if (header === undefined) {
      header = cells?.map((name) => name.trim().toLowerCase()) ?? [];
      if (!header.includes('time') || !header.includes('sessions')) {
        problems.push({
          line: at,
          why: `the header must name the columns time and sessions, and may name ${columns.slice(2).join(' and ')}.`,
        });
        return;
      }
    } else if (cells === undefined) {
      problems.push({ line: at, why: 'a quotation mark is not closed.' });
    } else if (cells.length !== header.length) {
      problems.push({
        line: at,
        why: `it has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, but the header has ${header.length}.`,
      });
    } else {
      const row: CsvRow = {};
      for (const [index, name] of header.entries())
        if (columns.includes(name)) row[name] = cells[index]?.trim();
      yield { line: at, row };
    }
  }
}

function separatorOf(header: string): string {
  return ['\t', ';'].find((separator) => header.includes(separator)) ?? ',';
}

/** The records of a text, each with its first line number; without cells if a quotation mark is not closed. */
function* records(text: string, separator: string): Generator<{ line: number; cells: string[] | undefined }> {
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at];
    if (character === undefined && quoted) {
      yield { line: start, cells: undefined };
      return;
    }
    const isEnd = character === undefined || character === '\n' || character === '\r';
    if (quoted && character === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') {
      quoted = !quoted;
    } else if (character === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else if (isEnd && !quoted) {
      cells.push(cell);
      if (cells.length > 1 || cell.trim() !== '') yield { line: start, cells };
      cells = [];
      cell = '';
      if (character === '\r' && text[at + 1] === '\n') at += 1;
      line += 1;
      start = line;
    } else {
      if (character === '\n') line += 1;
      cell += character ?? '';
    }
  }
}
