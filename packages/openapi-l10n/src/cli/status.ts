import { readSource } from '../document/read.ts';
import { type Status, status as statusOf } from '../status.ts';
import { readContract } from './contract.ts';
import { type Command, need } from './options.ts';
import { readSettings } from './settings.ts';

export const status: Command = {
  args: '<contract> <overlay>…',
  summary: 'Show the progress of each translation.',
  about:
    'Prints one line per language: how many texts are translated, stale, unreviewed and missing, and the percentage.',
  options: {
    config: { value: 'file', short: 'c', help: 'Settings file; `textFields` applies.' },
    json: { help: 'Print JSON.' },
  },
  example: 'openapi-l10n status openapi.yaml fr.overlay.yaml de.overlay.yaml',
  async run(input, io) {
    const [file = '', ...overlays] = need(input.args, ['contract', 'overlay'], true);
    const settings = await readSettings(input);
    const contract = await readContract(file, io);
    const rows = [];
    for (const overlay of overlays) rows.push(statusOf(contract, await readSource(overlay), settings));
    if (input.is('json')) {
      io.out(`${JSON.stringify(rows, null, 2)}\n`);
      return 0;
    }
    io.out(table(rows));
    return 0;
  },
};

const BAR = 20;

/** One line per language: its name, the counts, and a bar that is full only when everything is translated. */
function table(rows: readonly Status[]): string {
  const cells = [
    ['language', 'texts', 'translated', 'stale', 'review', 'missing', 'done', ''],
    ...rows.map(({ language, texts, translated, stale, needsReview, missing, percent }) => [
      nameOf(language),
      ...[texts, translated, stale, needsReview, missing].map((count) => count.toLocaleString('en')),
      `${percent} %`,
      '█'.repeat(Math.floor((BAR * percent) / 100)).padEnd(BAR, '░'),
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return `${cells.map(line).join('\n')}\n`;
}

/** `French (fr)` for `fr`; anything but a language tag is returned unchanged. */
export function nameOf(tag: string): string {
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(tag);
    return name && name !== tag ? `${name} (${tag})` : tag;
  } catch {
    return tag;
  }
}
