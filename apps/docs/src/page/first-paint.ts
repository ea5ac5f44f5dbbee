import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { shortenCss } from './shorten-css.ts';

/** What stands in each page itself, so that the first paint waits for no other file. */
export interface FirstPaint {
  style: string;
  script: string;
  /** The Content-Security-Policy: what the site itself serves, and these two texts by their hashes. */
  policy: string;
}

/** Reads and shortens the site's style sheet and the script that runs before the first paint. */
export async function readFirstPaint(room: string): Promise<FirstPaint> {
  const style = shortenCss(readFileSync(join(room, 'src/styles/site.css'), 'utf8'));
  const bundle = await rolldown({ input: join(room, 'src/browser/early.ts'), logLevel: 'warn' });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  const script = output[0].code.trim();
  return { style, script, policy: policyFor(script, style) };
}

function policyFor(script: string, style: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src 'self' ${hash(script)}`,
    `style-src 'self' ${hash(style)}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
