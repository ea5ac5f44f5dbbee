import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { shortenCss } from './shorten-css.ts';

/** What stands in each page itself, so that the first paint waits for no other file. */
export interface FirstPaint {
  style: string;
  /** Runs before the first paint. */
  script: string;
}

/** Reads and shortens the site's style sheet and the script that runs before the first paint. */
export async function readFirstPaint(room: string): Promise<FirstPaint> {
  const style = shortenCss(readFileSync(join(room, 'src/styles/site.css'), 'utf8'));
  return { style, script: await bundle(room, 'early') };
}
