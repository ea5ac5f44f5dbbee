import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** The pages of the client's reference that are checked; the others are generated in the same way. */
const ofClient = ['', '@session-series/client/', '@session-series/client/classes/RateLimitError/'];

/** The built pages of both languages, such as `fr/mock/`. */
export const pagePaths: readonly string[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(en|fr)\/.*index\.html$/.test(file))
  .map((file) => file.replace('index.html', ''))
  .filter(
    (path) =>
      !path.includes('/client-reference/') || ofClient.includes(path.split('/client-reference/')[1] ?? ''),
  )
  .sort();
