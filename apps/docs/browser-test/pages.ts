import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** The built pages of both languages, such as `fr/mock/`. */
export const pagePaths: readonly string[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(en|fr)\/.*index\.html$/.test(file))
  .map((file) => file.replace('index.html', ''))
  .sort();
