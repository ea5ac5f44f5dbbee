import { type GetTextTranslation, type GetTextTranslations, po } from 'gettext-parser';
import { InputError } from '../errors.ts';
import { type ReadFile, type UnitFile, withoutOuterBreaks } from './unit.ts';

/**
 * Writes a gettext PO file. The place of a text is its context (`msgctxt`), so that equal texts can have different
 * translations; texts that need review are `fuzzy`. Line breaks at the ends of a text are left out, because
 * `msgfmt --check` requires the same ones on both sides.
 */
export function writePo(file: UnitFile): string {
  const translations: Record<string, Record<string, GetTextTranslation>> = {
    '': { '': { msgid: '', msgstr: [''] } },
  };
  for (const unit of file.units) {
    const msgid = withoutOuterBreaks(unit.source);
    translations[unit.id] = {
      [msgid]: {
        msgctxt: unit.id,
        msgid,
        msgstr: [withoutOuterBreaks(unit.target ?? '')],
        comments: {
          extracted: unit.note,
          ...(unit.state === 'needs-review' ? { flag: 'fuzzy' } : {}),
          ...(unit.previous === undefined ? {} : { previous: previousId(unit.previous) }),
        },
      },
    };
  }
  const table: GetTextTranslations = {
    charset: 'utf-8',
    headers: {
      'Project-Id-Version': file.original,
      Language: file.targetLanguage.replaceAll('-', '_'),
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Transfer-Encoding': '8bit',
    },
    translations,
  };
  return `${po.compile(table, { foldLength: 0 }).toString('utf8').trimEnd()}\n`;
}

const previousId = (text: string) => `msgid ${JSON.stringify(withoutOuterBreaks(text))}`;

/** Reads a gettext PO file; obsolete entries (`#~`) are left out. */
export function readPo(text: string, file: string): ReadFile {
  let table: GetTextTranslations;
  let entries: GetTextTranslation[];
  refuseCutLines(text, file);
  try {
    table = po.parse(text);
    entries = Object.values(table.translations).flatMap((byId) => Object.values(byId));
    // The parser accepts a truncated file, whose last entry has no msgstr, whatever its type says.
    if (entries.some(({ msgstr }) => msgstr === undefined)) throw new Error('an entry has no msgstr');
  } catch (cause) {
    throw new InputError(
      `${file} is not a PO file: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        place: { file, line: Number(Object(cause).lineNumber) || 1, column: 1 },
        expected: 'msgctxt, msgid and msgstr for each text',
        cause,
      },
    );
  }
  const units = entries
    .filter(({ msgid }) => msgid !== '')
    .map(({ msgctxt = '', msgid, msgstr, comments }) => ({
      id: msgctxt,
      source: msgid,
      target: msgstr[0] || undefined,
      needsReview: /\bfuzzy\b/.test(comments?.flag ?? ''),
    }));
  const last = units.at(-1);
  if (last?.target?.endsWith('\n') && !last.source.endsWith('\n'))
    throw cutOff(file, text.split('\n').length);
  if (units.length === 0) {
    throw new InputError(`${file} contains no translation`, {
      place: { file, line: 1, column: 1 },
      expected: 'a PO file written by "openapi-l10n export --format po"',
    });
  }
  return { targetLanguage: table.headers['Language']?.replaceAll('_', '-') || undefined, units };
}

/** A line with a text; the closing double quote is missing where a file was cut off. */
const TEXT_LINE = /^\s*(?:msg\w+(?:\[\d+\])?\s*)?"/;
const WHOLE_LINE = /^\s*(?:msg\w+(?:\[\d+\])?\s*)?"(?:[^"\\]|\\.)*"\s*$/;

/** The parser takes what is there of a text that is cut off, which would then replace the whole translation. */
function refuseCutLines(text: string, file: string): void {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => TEXT_LINE.test(line) && !WHOLE_LINE.test(line));
  if (index >= 0) throw cutOff(file, index + 1);
}

function cutOff(file: string, line: number): InputError {
  return new InputError(`${file} is cut off in a text`, {
    place: { file, line, column: 1 },
    expected: 'each text in double quotes to its end',
    help: 'Export the file from the tool again; nothing was imported.',
  });
}
