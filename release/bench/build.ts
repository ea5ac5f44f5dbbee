/**
 * How long a build takes, and which tasks run: from nothing, with nothing to do, and after one edit of each kind.
 * `pnpm bench:build` works in a copy of the repository; the dependencies are installed before the clock starts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../src/marked-table.ts';
import { installedCopy, restore } from '../src/scratch.ts';
import { tasksToRun, turbo } from '../src/turbo.ts';

/** A replacement of one text by another, in each of the files. */
interface Edit {
  readonly files: readonly string[];
  readonly before: string;
  readonly after: string;
}

const contract = 'openapi/openapi.yaml';
const overlay = 'openapi/l10n/fr.overlay.yaml';

const steps: readonly (readonly [string, Edit?])[] = [
  ['cold: nothing was built before'],
  ['all hits: nothing changed'],
  ['one French sentence', { files: [overlay], before: 'jour par jour', after: 'un jour après l’autre' }],
  // The overlay contains the translated English sentence, which is updated together with the French.
  [
    'one English sentence',
    { files: [contract, overlay], before: 'day by day', after: 'one day after another' },
  ],
  ['one bound in the contract', { files: [contract], before: 'maximum: 100', after: 'maximum: 90' }],
  [
    'one line of client code',
    { files: ['packages/client/src/refuse.ts'], before: 'an empty text', after: 'a text of no length' },
  ],
];

using scratch = installedCopy();
const { folder } = scratch;
const rows = [['build', 'turbo’s own time', 'tasks run']];
for (const [name, edit] of steps) {
  for (const file of edit?.files ?? []) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!edit || !text.includes(edit.before))
      throw new Error(`${file} has no "${edit?.before}"; adapt bench/build.ts.`);
    writeFileSync(path, text.replace(edit.before, edit.after));
  }
  const tasks = tasksToRun(folder).map((task) => task.replace('@session-series/', ''));
  const [, time = '?'] = /Time:\s+(\S+)/.exec(turbo(folder, ['build'])) ?? [];
  rows.push([name, time, tasks.length === 0 ? 'none' : `${tasks.length}: ${tasks.join(', ')}`]);
  restore(folder);
}
console.log(table(rows));
