import { isScalar } from 'yaml';
import type { SourceFile } from './document/source-file.ts';
import { printOverlay } from './extract/extract.ts';
import { languageOf } from './languages/index.ts';
import { parseMarkdown } from './markdown/parse.ts';
import { contractOf } from './openapi/contract.ts';
import { type TextOptions, texts } from './openapi/texts.ts';
import { readOverlay } from './overlay/read.ts';
import { readTranslations } from './overlay/translations.ts';
import { breaches } from './rules/typography.ts';

/**
 * Fixes the typography of one text; code, link targets and HTML are left unchanged.
 *
 * @param source the text that was translated, which shows whether a capitalised word in a heading is a name
 */
export function fixText(text: string, tag: string | undefined, source?: string): string {
  const problems = breaches(
    parseMarkdown(text),
    languageOf(tag),
    source === undefined ? undefined : parseMarkdown(source),
  ).toSorted((a, b) => a.offset - b.offset);
  let fixed = text;
  let before = text.length + 1;
  for (const { offset, length, replacement } of problems.toReversed()) {
    if (offset + length > before) continue;
    fixed = fixed.slice(0, offset) + replacement + fixed.slice(offset + length);
    before = offset;
  }
  return fixed;
}

/** Fixes the typography of an overlay, and returns its text, unchanged if there is nothing to fix. */
export function fix(
  contract: SourceFile,
  overlaySource: SourceFile,
  options: TextOptions & { language?: string | undefined } = {},
): { text: string; fixed: number } {
  const root = contractOf(contract);
  const overlay = readOverlay(overlaySource);
  const reading = readTranslations(root, texts(root, options), overlay);
  const document = overlaySource.yaml();
  let fixed = 0;
  for (const { action, key, value, text } of reading.translations.values()) {
    const corrected = fixText(value, options.language ?? overlay.language, text.value);
    const node = document.getIn(['actions', action, 'update', ...key], true);
    if (corrected === value || !isScalar(node)) continue;
    node.value = corrected;
    fixed++;
  }
  return { text: fixed > 0 ? printOverlay(document, overlaySource) : overlaySource.text, fixed };
}
