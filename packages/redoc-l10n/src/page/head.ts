import { createHash } from 'node:crypto';
import { type Content, type Html, html, raw } from '../html.ts';

/** What is inlined in each page, so that the first paint does not wait for another file. */
export interface FirstPaint {
  style: string;
  /** Runs before the first paint. */
  early: string;
  /** Runs at the end of the page. */
  whole: string;
}

interface Head {
  /** From the page to the site's root: '', '../' or an absolute path. */
  up: string;
  title: string;
  description: string;
  firstPaint: FirstPaint;
  /** An inline script that runs after the page is parsed. */
  script?: string;
  more?: Content;
}

/** The head of every page. */
export function head({ up, title, description, firstPaint, script, more }: Head): Html {
  const { style, early, whole } = firstPaint;
  const scripts = script === undefined ? [early, whole] : [early, script];
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(style, scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<script>${raw(early)}</script>
<style>${raw(style)}</style>
${script !== undefined && html`<script type="module">${raw(script)}</script>\n`}<link rel="icon" href="${up}assets/icon.svg" type="image/svg+xml">
${more}</head>
`;
}

/** The Content Security Policy: files of the site, and inline scripts and styles by their hashes. */
function contentSecurityPolicy(style: string, scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts.map(hash).join(' ')}`,
    `style-src 'self' ${hash(style)}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const hashes = new Map<string, string>();

function hash(text: string): string {
  let known = hashes.get(text);
  if (known === undefined) {
    known = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    hashes.set(text, known);
  }
  return known;
}
