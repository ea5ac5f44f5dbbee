import { readSource } from '../document/read.ts';
import { status as statusOf } from '../status.ts';
import { need } from './files.ts';
import type { Command } from './options.ts';
import { readSettings } from './settings.ts';

const COLUMNS = ['language', 'texts', 'translated', 'stale', 'missing', 'percent'] as const;

export const status: Command = {
  args: '<contract> <overlay>…',
  summary: 'Show how far each translation is.',
  about: 'Prints a table: by language, the texts, how many are translated, stale and missing, and per cent.',
  options: {
    config: { value: 'file', short: 'c', help: 'Settings (textFields is heeded).' },
    json: { help: 'Print JSON.' },
  },
  example: 'openapi-l10n status openapi.yaml fr.overlay.yaml de.overlay.yaml',
  async run(input, io) {
    const [file = '', ...overlays] = need(input.args, ['contract', 'overlay'], true);
    const settings = await readSettings(input);
    const contract = await readSource(file);
    const rows = [];
    for (const overlay of overlays) rows.push(statusOf(contract, await readSource(overlay), settings));
    if (input.is('json')) {
      io.out(`${JSON.stringify(rows, null, 2)}\n`);
      return 0;
    }
    const cells = [
      ['language', 'texts', 'translated', 'stale', 'missing', 'done'],
      ...rows.map((row) =>
        COLUMNS.map((column) => (column === 'percent' ? `${row.percent} %` : String(row[column]))),
      ),
    ];
    const widths = COLUMNS.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
    const lines = cells.map((row) =>
      row
        .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
        .join('  '),
    );
    io.out(`${lines.join('\n')}\n`);
    return 0;
  },
};
