import { memo, useState } from 'react';
import { m } from '../generated/messages/messages.js';
import { useTongue } from '../i18n/context.ts';
import { lineLabel } from '../i18n/names.ts';
import type { Aligned, Fetched } from '../series/aligned.ts';
import type { Plan } from '../series/plan.ts';
import { isoDateTime } from '../series/wall-time.ts';
import { type CsvOptions, csvDefaults, toCsv } from './csv.ts';
import { download, pictureOf } from './files.ts';

interface ExportPanelProps {
  plan: Plan;
  aligned: Aligned;
  fetched: readonly Fetched[];
}

const separators: readonly CsvOptions['separator'][] = [',', ';', '\t'];

/** The present view as CSV, JSON or a picture. */
function ExportPanel({ plan, aligned, fetched }: ExportPanelProps) {
  const { language, format } = useTongue();
  const [changed, setChanged] = useState<Partial<CsvOptions>>({});
  const options = { ...csvDefaults[language], ...changed };
  const times = aligned.times;
  const name = `sessions-${isoDateTime(times[0] ?? 0).slice(0, 10)}-${isoDateTime(times.at(-1) ?? 0).slice(0, 10)}`;
  const separatorName: Record<CsvOptions['separator'], () => string> = {
    ',': m.separator_comma,
    ';': m.separator_semicolon,
    '\t': m.separator_tab,
  };
  const timeText = (wall: number) =>
    plan.unit === 'day' ? isoDateTime(wall).slice(0, 10) : `${isoDateTime(wall)}${plan.offset || 'Z'}`;

  const saveCsv = () => {
    const lines = aligned.lines.map(({ line }) =>
      aligned.lines.length === 1 ? m.sessions() : lineLabel(line),
    );
    const headers = { time: m.time(), lines, before: m.period_before(), change: m.change() };
    const text = toCsv(aligned, headers, timeText, options);
    download(`${name}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
  };
  const saveJson = () => {
    const text = JSON.stringify(
      fetched.map(({ line, points, before }) => ({ ...line, data: points, ...(before && { before }) })),
      null,
      2,
    );
    download(`${name}.json`, new Blob([text], { type: 'application/json' }));
  };
  const savePicture = async () => {
    const canvas = document.querySelector<HTMLCanvasElement>('.plot canvas');
    if (!canvas) return;
    const title = `${m.title()} – ${format.period(times[0] ?? 0, times.at(-1) ?? 0, plan.unit)}`;
    download(`${name}.png`, await pictureOf(canvas, title));
  };

  return (
    <div className="export">
      <div className="buttons">
        <button type="button" onClick={saveCsv}>
          CSV
        </button>
        <button type="button" onClick={saveJson}>
          JSON
        </button>
        <button type="button" onClick={savePicture}>
          PNG
        </button>
      </div>
      <fieldset className="csv">
        <legend>{m.csv_options()}</legend>
        <label>
          {m.separator()}{' '}
          <select
            value={options.separator}
            onChange={(event) =>
              setChanged({
                ...changed,
                separator: separators.find((known) => known === event.target.value) ?? ',',
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
            onChange={(event) => setChanged({ ...changed, decimal: event.target.checked ? ',' : '.' })}
          />
          {m.decimal_comma()}
        </label>
        <label className="switch">
          <input
            type="checkbox"
            checked={options.byteOrderMark}
            onChange={(event) => setChanged({ ...changed, byteOrderMark: event.target.checked })}
          />
          {m.byte_order_mark()}
        </label>
      </fieldset>
    </div>
  );
}

export default memo(ExportPanel);
