import type { FirstPaint } from './first-paint.ts';
import { contentSecurityPolicy } from './policy.ts';

interface Head {
  /** From the page to the site's root: '', '../' or an absolute path. */
  up: string;
  title: string;
  description: string;
  firstPaint: FirstPaint;
  /** A script that the page brings along, beside the early one; it runs once the page is read. */
  script?: string;
  /** Further elements of this page's head. */
  more?: string;
}

/** The head of every page. */
export function head({ up, title, description, firstPaint, script, more = '' }: Head): string {
  const { style, script: early } = firstPaint;
  const scripts = script === undefined ? [early] : [early, script];
  return `<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(style, scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<script>${early}</script>
<style>${style}</style>
${script === undefined ? '' : `<script type="module">${script}</script>\n`}<link rel="icon" href="${up}assets/icon.svg" type="image/svg+xml">
${more}</head>
`;
}
