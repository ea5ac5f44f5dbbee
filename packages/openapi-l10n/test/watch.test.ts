import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, good, overlay } from './run.ts';

const broken = overlay.replace('Une page de 100 `pets`', 'Une page de 10 `pets`');

test('--watch checks again after each change, and exits with the last exit code', async () => {
  using folder = folderWith(good);
  const program = join(import.meta.dirname, '../bin/openapi-l10n.js');
  const child = spawn(process.execPath, [program, 'check', 'openapi.yaml', 'fr.yaml', '--watch'], {
    cwd: folder.path,
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const watching = async () => {
    for await (const chunk of child.stderr.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
      if (String(chunk).includes('Watching')) return;
    }
  };
  await watching();
  expect(printed).toContain('Nothing found');
  writeFileSync(join(folder.path, 'fr.yaml'), broken);
  await watching();
  expect(printed).toContain('number');
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([1, null]);
});
