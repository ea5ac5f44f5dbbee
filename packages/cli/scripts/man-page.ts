/** Writes the manual page that the package ships. It needs the compiled commands. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { stdout, stderr, status } = spawnSync(
  process.execPath,
  [at('dist/bin/session-series.js'), 'man', '--lang', 'en'],
  { encoding: 'utf8' },
);
if (status !== 0) throw new Error(`The manual page could not be made: ${stderr}`);
mkdirSync(at('dist/man'), { recursive: true });
writeFileSync(at('dist/man/session-series.1'), stdout);
