import type { Lines } from '../document/lines.ts';
import type { Place } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { count, visible } from './visible.ts';

/** How much of a line is shown. */
const WIDTH = 500;

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
table{border-collapse:collapse;margin:1rem 0}td,th{padding:.25rem 1rem .25rem 0;text-align:start;vertical-align:top}
td.count{text-align:end;font-variant-numeric:tabular-nums}
article{border-block-start:1px solid #8886;padding:1rem 0}h3{margin:0;font-size:1rem}
.error{color:light-dark(#b00020,#ff8a8a)}.warn{color:light-dark(#7a5200,#ffc66b)}
pre{overflow-x:auto;padding:.5rem;background:#8882;border-radius:.25rem;white-space:pre-wrap}
mark{background:light-dark(#ffd9d9,#6b1f1f);color:inherit}code{font-size:.9em}`;

/** A self-contained HTML page: no script, no request. */
export function html(findings: readonly Finding[], files: ReadonlyMap<string, Lines>): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byFile.get(finding.place.file);
    if (own) own.push(finding);
    else byFile.set(finding.place.file, [finding]);
  }
  const summary =
    findings.length === 0
      ? 'Nothing found: the translation changes words and nothing else.'
      : `${count(errors, 'error')} and ${count(findings.length - errors, 'warning')} in ${count(byFile.size, 'file')}.`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Translation report</title>
<style>${STYLE}</style>
<h1>Translation report</h1>
<p>${summary}</p>
${findings.length > 0 ? byRule(findings) : ''}
${[...byFile].map(([file, own]) => section(file, own, files)).join('\n')}
</html>
`;
}

/** The rules with findings, the most frequent first. */
function byRule(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rows = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([rule, count]) => `<tr><td><code>${rule}</code><td class="count">${count}`);
  return `<table><thead><tr><th>Rule<th>Findings<tbody>${rows.join('')}</table>`;
}

function section(file: string, findings: readonly Finding[], files: ReadonlyMap<string, Lines>): string {
  const articles = findings.map(
    ({ rule, severity, message, help, place, length, source, pointer }) => `<article>
<h3><span class="${severity}">${severity === 'error' ? 'Error' : 'Warning'}</span> <code>${rule}</code>, line ${place.line}</h3>
<p>${escapeHtml(message)}</p>
${excerpt(files, place, length)}
${source ? `<p>Source: ${escapeHtml(source.file)}, line ${source.line} <code>${escapeHtml(pointer)}</code></p>${excerpt(files, source, 0)}` : ''}
<p><strong>Fix:</strong> ${escapeHtml(help)}</p>
</article>`,
  );
  return `<section><h2>${escapeHtml(file)}</h2>${articles.join('\n')}</section>`;
}

/** The line of a place, with the finding highlighted. */
function excerpt(files: ReadonlyMap<string, Lines>, { file, line, column }: Place, length: number): string {
  const whole = files.get(file)?.line(line);
  if (whole === undefined) return '';
  const { from, text, isCut } = visible(whole, column, WIDTH);
  const start = column - 1 - from;
  const [before, meant, after] = [
    text.slice(0, start),
    text.slice(start, start + length),
    text.slice(start + length),
  ].map(escapeHtml);
  return `<pre>${from > 0 ? '…' : ''}${before}${meant ? `<mark>${meant}</mark>` : ''}${after}${isCut ? '…' : ''}</pre>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
