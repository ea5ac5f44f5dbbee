import { knownApps, knownSegments } from '@session-series/mock';
import { inLanguage } from './catalogue.ts';
import type { Language } from './contract.ts';
import { mockOptions } from './mock-help.ts';
import { words } from './words.ts';

const code = (text: string) => (text ? `\`${text}\`` : '');
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;

/** The mock's options as a Markdown table, from its help. */
export function optionsTable(language: Language): string {
  const text = words[language];
  const translate = (english: string) => inLanguage(language, english, 'session-series-mock --help');
  return [
    row(text.option, text.meaning, text.byDefault),
    row('---', '---', '---'),
    ...mockOptions().map(({ usage, meaning, byDefault, remark }) =>
      row(code(usage), translate(meaning), [code(byDefault), translate(remark)].filter(Boolean).join(', ')),
    ),
  ].join('\n');
}

/** The named apps and segments of the mock, as a Markdown table. */
export function catalogueTable(language: Language): string {
  const text = words[language];
  const rows = (known: typeof knownApps | typeof knownSegments, parameter: string) =>
    known.map(({ id, name }) =>
      row(code(parameter), code(id), inLanguage(language, name, "the mock's catalogue")),
    );
  return [
    row(text.parameter, text.identifier, text.label),
    row('---', '---', '---'),
    ...rows(knownApps, 'app_id'),
    ...rows(knownSegments, 'segment_id'),
  ].join('\n');
}
