/**
 * Builds the site of any description in four languages, three of them pseudo-translations, for visual inspection:
 * `node bench/showcase.ts openapi.json site`. With a third argument, other languages: `de,ja,ar`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSource } from 'openapi-l10n';
import { build } from '../src/index.ts';
import { pseudoOverlay } from './pseudo.ts';

const [description, out = 'showcase', languages = 'fr,de,ar'] = process.argv.slice(2);
if (description === undefined)
  throw new Error('Name a description: node bench/showcase.ts openapi.yaml site');
const { value } = await readSource(description);
const folder = mkdtempSync(join(tmpdir(), 'redoc-l10n-showcase-'));
const overlays = languages.split(',').map((language) => {
  const file = join(folder, `${language}.overlay.json`);
  writeFileSync(file, JSON.stringify(pseudoOverlay(value as Record<string, unknown>, language))); // a description is an object
  return file;
});
const started = performance.now();
const result = await build({ description, overlays, out }, { onWarning: console.warn });
rmSync(folder, { recursive: true });
const { rss } = process.memoryUsage();
console.log(
  `${result.pages} pages of ${result.operations} operations in ${result.languages.join(', ')}: ${((performance.now() - started) / 1000).toFixed(1)} s, ${(rss / 1e6).toFixed(0)} MB at the end, ${result.out}`,
);
