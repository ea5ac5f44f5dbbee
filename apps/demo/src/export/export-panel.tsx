import { memo, useState } from 'react';
import type { Config } from '../api/config.ts';
import { useCatalogue } from '../api/use-catalogue.ts';
import type { Answer } from '../api/use-series.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import { beforeLabel, lineLabel } from '../i18n/names.ts';
import { CopyButton } from '../shell/copy-button.tsx';
import { isoDay } from '../time/calendar.ts';
import { clockOf } from '../time/clock.ts';
import { withOffset } from '../time/written-time.ts';
import type { View } from '../view/view.ts';
import { type CsvOptions, clipboardOptions, csvDefaults, toCsv } from './csv.ts';
import { download, pngOf } from './files.ts';
import { usePicture } from './use-picture.ts';

interface ExportPanelProps {
  answer: Answer;
  view: View;
  config: Config;
}

const separators: readonly CsvOptions['separator'][] = [',', ';', '\t'];

/** Saves or copies the current series as CSV, JSON or a picture. */
function ExportPanel({ answer, view, config }: ExportPanelProps) {
  const { plan, aligned, fetched } = answer;
  const { locale } = useLocale();
  const catalogue = useCatalogue();
  const picture = usePicture(answer, view, config);
  const [changed, setChanged] = useState<Partial<CsvOptions>>({});
  const options = { ...csvDefaults[locale], ...changed };
  const clock = clockOf(plan.zone);
  const name = `sessions-${isoDay(clock.dayOf(plan.from))}-${isoDay(clock.dayOf(plan.to - 1))}`;
  const separatorName: Record<CsvOptions['separator'], () => string> = {
    ',': m.separator_comma,
    ';': m.separator_semicolon,
    '\t': m.separator_tab,
  };
  const timeText = (start: number) => {
    if (plan.by === 'hour') return withOffset(start, clock.wallOf(start) - start);
    return isoDay(clock.dayOf(start)).slice(0, plan.by === 'month' ? 7 : 10);
  };
  const csv = (as: CsvOptions) => {
    const lines = aligned.lines.map(({ line }) =>
      aligned.lines.length === 1 ? m.sessions() : lineLabel(line, catalogue),
    );
    const headers = { time: m.time(), lines, before: beforeLabel(view.compare), change: m.change() };
    return toCsv(aligned, headers, timeText, as);
  };
  const json = () =>
    JSON.stringify(
      fetched.map(({ line, points, before }) => ({ ...line, data: points, ...(before && { before }) })),
      null,
      2,
    );
  const save = (extension: string, type: string, content: string | Blob) =>
    download(`${name}.${extension}`, new Blob([content], { type }));

  return (
    <div className="export">
      <div className="buttons">
        <button type="button" onClick={() => save('csv', 'text/csv;charset=utf-8', csv(options))}>
          CSV
        </button>
        <button type="button" onClick={() => save('json', 'application/json', json())}>
          JSON
        </button>
        <button type="button" onClick={() => save('svg', 'image/svg+xml', picture())}>
          SVG
        </button>
        <button type="button" onClick={async () => save('png', 'image/png', await pngOf(picture()))}>
          PNG
        </button>
      </div>
      <div className="buttons">
        <CopyButton what={m.copy_table()} text={() => csv(clipboardOptions(options.decimal))} />
        <CopyButton what={m.copy_link()} text={() => linkTo(plan.zone, view)} />
      </div>
      <fieldset className="csv">
        <legend>{m.csv_options()}</legend>
        <label>
          {m.separator()}{' '}
          <select
            value={options.separator}
            onChange={({ target }) =>
              setChanged({
                ...changed,
                separator: separators.find((known) => known === target.value) ?? ',',
              })
            }
          >
            {separators.map((separator) => (
              <option key={separator} value={separator}>
                {separatorName[separator]()}
              </option>
            ))}
          </select>
        </label>
        <label className="switch">
          <input
            type="checkbox"
            checked={options.decimal === ','}
            onChange={({ target }) => setChanged({ ...changed, decimal: target.checked ? ',' : '.' })}
          />
          {m.decimal_comma()}
        </label>
        <label className="switch">
          <input
            type="checkbox"
            checked={options.byteOrderMark}
            onChange={({ target }) => setChanged({ ...changed, byteOrderMark: target.checked })}
          />
          {m.byte_order_mark()}
        </label>
      </fieldset>
    </div>
  );
}

/** A link to the current view, with the reader's time zone. */
function linkTo(zone: string, view: View): string {
  const link = new URL(window.location.href);
  if (view.period.kind !== 'length') link.searchParams.set('zone', zone);
  return link.href;
}

export default memo(ExportPanel);
