import { useCatalogue } from '../api/use-catalogue.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import type { Format } from '../i18n/format.ts';
import { beforeLabel, lineLabel, unfinishedText } from '../i18n/names.ts';
import type { Plan } from '../series/plan.ts';
import { changeOf } from '../series/statistics.ts';
import type { Compare } from '../view/view.ts';
import { lineColour } from './colours.ts';
import type { Drawn } from './drawn.ts';

interface ReadoutProps {
  drawn: Drawn;
  plan: Plan;
  compare: Compare;
  /** The column under the pointer, if any. */
  index: number | undefined;
}

/** The exact values under the pointer, or the names of the lines. */
export function Readout({ drawn, plan, compare, index }: ReadoutProps) {
  const { format } = useLocale();
  const catalogue = useCatalogue();
  const unfinished = index !== undefined && unfinishedText(drawn, index);
  return (
    <div className="readout">
      <p className="readout-time">
        {index === undefined
          ? format.period(drawn.starts[0] ?? 0, drawn.ends.at(-1) ?? 1, plan.by, plan.zone)
          : timeTextOf(drawn, plan, index, format)}
        {unfinished && <small> · {unfinished}</small>}
      </p>
      <ul>
        {drawn.lines.map(({ line, before, average, band }, number) => (
          <li key={lineLabel(line, catalogue)} style={lineColour(number + 1)}>
            <span className="key" />
            {lineLabel(line, catalogue)}
            {index !== undefined && <b>{text(ownValue(drawn, number, index), format)}</b>}
            {index !== undefined && band && (
              <small>
                {' '}
                {text(band.low[index], format)}–{text(band.high[index], format)}
              </small>
            )}
            {before && (
              <span className="readout-before">
                <span className="key dashed" />
                {beforeLabel(compare)}
                {index !== undefined && (
                  <>
                    <b>{text(before[index], format)}</b>{' '}
                    <small>{changeAt(drawn, number, index, format)}</small>
                  </>
                )}
              </span>
            )}
            {average && (
              <span className="readout-before">
                <span className="key average" />
                {m.average_7d()}
                {index !== undefined && <b>{text(average[index], format)}</b>}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same for a screen reader, as one sentence. */
export function useReadoutText({ drawn, plan, compare }: Omit<ReadoutProps, 'index'>, index: number): string {
  const { format } = useLocale();
  const catalogue = useCatalogue();
  if (drawn.starts[index] === undefined) return m.no_points();
  const values = drawn.lines.flatMap(({ line, before }, number) => [
    `${lineLabel(line, catalogue)} ${text(ownValue(drawn, number, index), format)}`,
    ...(before
      ? [
          `${beforeLabel(compare)} ${text(before[index], format)} ${changeAt(drawn, number, index, format)}`.trim(),
        ]
      : []),
  ]);
  const unfinished = unfinishedText(drawn, index) ?? [];
  return [timeTextOf(drawn, plan, index, format), unfinished, values].flat().join(', ');
}

function timeTextOf(
  { starts, ends, size }: Drawn,
  { by, zone }: Plan,
  index: number,
  format: Format,
): string {
  const [start, end] = [starts[index] ?? 0, ends[index] ?? 1];
  return size > 1 ? format.period(start, end, by, zone) : format.moment(start, end, by, zone);
}

/** A line's own value: in a stack, without those below it. */
function ownValue({ lines }: Drawn, number: number, index: number): number | null | undefined {
  const value = lines[number]?.values[index];
  return value == null ? value : value - (lines[number]?.below?.[index] ?? 0);
}

/** The change since the compared period; empty for a column in progress. */
function changeAt({ lines, complete }: Drawn, number: number, index: number, format: Format): string {
  const [value, before] = [lines[number]?.values[index], lines[number]?.before?.[index]];
  const ratio = value == null || before == null || index >= complete ? undefined : changeOf(value, before);
  return ratio === undefined ? '' : format.change(ratio);
}

function text(value: number | null | undefined, format: Format): string {
  return value == null ? '–' : format.integer(value);
}
