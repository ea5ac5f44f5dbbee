import type { Unit } from '../contract/parameters.ts';
import { m } from '../generated/messages/messages.js';
import { useTongue } from '../i18n/context.ts';
import type { Format } from '../i18n/format.ts';
import { lineLabel } from '../i18n/names.ts';
import type { Aligned } from '../series/aligned.ts';
import { lineColour } from './line-colour.ts';

interface ReadoutProps {
  aligned: Aligned;
  unit: Unit;
  /** The unit under the pointer; undefined when there is none. */
  index: number | undefined;
}

/** The exact values under the pointer; the names of the lines when there is none. */
export function Readout({ aligned, unit, index }: ReadoutProps) {
  const { format } = useTongue();
  const at = index === undefined ? undefined : aligned.times[index];
  const isUnderWay = index !== undefined && index >= aligned.complete;
  return (
    <div className="readout">
      <p className="readout-time">
        {at === undefined
          ? format.period(aligned.times[0] ?? 0, aligned.times.at(-1) ?? 0, unit)
          : format.moment(at, unit)}
        {isUnderWay && <small> · {m.under_way()}</small>}
      </p>
      <ul>
        {aligned.lines.map(({ line, values, before }, number) => (
          <li key={lineLabel(line)} style={lineColour(number + 1)}>
            <span className="key" />
            {lineLabel(line)}
            {index !== undefined && <b>{text(values[index], format)}</b>}
            {before && (
              <span className="readout-before">
                <span className="key dashed" />
                {m.period_before()}
                {index !== undefined && <b>{text(before[index], format)}</b>}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same for a screen reader, as one sentence. */
export function readoutText(aligned: Aligned, unit: Unit, index: number, format: Format): string {
  const at = aligned.times[index];
  if (at === undefined) return m.no_points();
  const values = aligned.lines.map(({ line, values }) => `${lineLabel(line)} ${text(values[index], format)}`);
  const underWay = index >= aligned.complete ? [m.under_way()] : [];
  return [format.moment(at, unit), ...underWay, ...values].join(', ');
}

function text(value: number | null | undefined, format: Format): string {
  return value == null ? '–' : format.integer(value);
}
