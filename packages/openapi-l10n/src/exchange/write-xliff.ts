import { InputError } from '../errors.ts';
import { codesOf, type Segment, splitInline } from './inline-codes.ts';
import type { Unit, UnitFile } from './unit.ts';

/** The versions of XLIFF that translators' tools read. */
export type XliffVersion = '1.2' | '2.0';

/** The prefix of this tool's sub-states (XLIFF 2.0, section 4.3.1.27). */
export const NEEDS_REVIEW = 'openapi-l10n:needs-review';

/** Writes a file of XLIFF 1.2 or 2.0. Codes, links and placeholders become `<ph>` elements. */
export function writeXliff(file: UnitFile, version: XliffVersion): string {
  const language = [escapeXml(file.sourceLanguage), escapeXml(file.targetLanguage)];
  const original = escapeXml(file.original);
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  if (version === '1.2') {
    return `${head}
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
  <file original="${original}" datatype="x-openapi" source-language="${language[0]}" target-language="${language[1]}">
    <body>
${file.units.map(unit12).join('')}    </body>
  </file>
</xliff>
`;
  }
  return `${head}
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="${language[0]}" trgLang="${language[1]}">
  <file id="contract" original="${original}">
${file.units.map(unit20).join('')}  </file>
</xliff>
`;
}

function unit12(unit: Unit): string {
  const { source, target } = segmentsOf(unit);
  const state = unit.state === 'translated' ? 'translated' : 'needs-review-translation';
  const content = (segments: readonly Segment[]) =>
    segments
      .map((part) =>
        typeof part === 'string' ? escapeXml(part) : `<ph id="${part.id}">${escapeXml(part.text)}</ph>`,
      )
      .join('');
  return [
    `      <trans-unit id="${escapeXml(unit.id)}" xml:space="preserve">`,
    `        <source>${content(source)}</source>`,
    ...(target ? [`        <target state="${state}">${content(target)}</target>`] : []),
    `        <note>${escapeXml(unit.note)}</note>`,
    ...(unit.previous === undefined
      ? []
      : [`        <note from="openapi-l10n">Previous source: ${escapeXml(unit.previous)}</note>`]),
    '      </trans-unit>\n',
  ].join('\n');
}

/** XLIFF 2.0 ids are NMTOKENs, which JSON pointers are not, so the pointer is the unit's `name`. */
function unit20(unit: Unit, index: number): string {
  const { source, target } = segmentsOf(unit);
  const data = new Map<string, string>();
  const content = (segments: readonly Segment[]) =>
    segments
      .map((part) => {
        if (typeof part === 'string') return escapeXml(part);
        const ref = data.get(part.text) ?? `d${data.size + 1}`;
        data.set(part.text, ref);
        return `<ph id="${part.id}" dataRef="${ref}"/>`;
      })
      .join('');
  const sides = [`          <source>${content(source)}</source>`];
  if (target) sides.push(`          <target>${content(target)}</target>`);
  const state = {
    missing: 'state="initial"',
    'needs-review': `state="translated" subState="${NEEDS_REVIEW}"`,
    translated: 'state="reviewed"',
  }[unit.state];
  const notes = [`          <note category="context">${escapeXml(unit.note)}</note>`];
  if (unit.previous !== undefined) {
    notes.push(`          <note category="previous-source">${escapeXml(unit.previous)}</note>`);
  }
  const originals = [...data].map(
    ([text, ref]) => `          <data id="${ref}" xml:space="preserve">${escapeXml(text)}</data>`,
  );
  return [
    `    <unit id="u${index + 1}" name="${escapeXml(unit.id)}" xml:space="preserve">`,
    '      <notes>',
    ...notes.map((line) => line.slice(2)),
    '      </notes>',
    ...(originals.length > 0
      ? ['      <originalData>', ...originals.map((line) => line.slice(2)), '      </originalData>']
      : []),
    `      <segment ${state}>`,
    ...sides.map((line) => line.slice(2)),
    '      </segment>',
    '    </unit>\n',
  ].join('\n');
}

function segmentsOf(unit: Unit): { source: Segment[]; target: Segment[] | undefined } {
  const source = splitInline(unit.source, unit.markdown);
  const target =
    unit.target === undefined ? undefined : splitInline(unit.target, unit.markdown, codesOf(source));
  return { source, target };
}

/** Characters that XML 1.0 cannot contain (section 2.2), and lone surrogates. */
const NOT_IN_XML = /(?![\t\n\r\x7F-\x9F])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/u;

function escapeXml(text: string): string {
  if (NOT_IN_XML.test(text)) {
    throw new InputError('A text contains a control character, which XML does not allow', {
      expected: 'texts without control characters',
      help: `Remove it from the text that begins ${JSON.stringify(text.slice(0, 40))}, or export PO or CSV.`,
    });
  }
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\r\x85\u2028\u2029]/g, (sign) => `&#${sign.charCodeAt(0)};`); // parsers turn them into line feeds
}
