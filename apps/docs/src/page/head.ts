import type { FirstPaint } from './first-paint.ts';

interface Head {
  /** From the page to the site's root: '', '../' or an absolute path. */
  up: string;
  title: string;
  description: string;
  firstPaint: FirstPaint;
  /** Further elements of this page's head. */
  more?: string;
}

/** The head of every page. */
export function head({ up, title, description, firstPaint, more = '' }: Head): string {
  return `<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${firstPaint.policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<script>${firstPaint.script}</script>
<style>${firstPaint.style}</style>
<link rel="icon" href="${up}assets/icon.svg" type="image/svg+xml">
${more}</head>
`;
}
