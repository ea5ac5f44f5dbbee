import { memo } from 'react';
import { lineColour } from '../chart/line-colour.ts';
import type { Unit } from '../contract/parameters.ts';
import { m } from '../generated/messages/messages.js';
import { useTongue } from '../i18n/context.ts';
import { lineLabel, unitLabel } from '../i18n/names.ts';
import type { Aligned, AlignedLine } from '../series/aligned.ts';
import { changeOf } from '../series/statistics.ts';

interface SummaryProps {
  aligned: Aligned;
  unit: Unit;
}

/** The answer in figures: tiles for one line, a small table for several. */
export const Summary = memo(function Summary({ aligned, unit }: SummaryProps) {
  const [first, ...others] = aligned.lines;
  if (!first) return null;
  if (others.length === 0) return <Tiles line={first} times={aligned.times} unit={unit} />;
  return (
    <div className="card scroll">
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{m.series()}</th>
            <th scope="col">{m.total()}</th>
            <th scope="col">{m.mean({ unit: unitLabel[unit]().toLowerCase() })}</th>
            <th scope="col">{m.peak()}</th>
            <th scope="col">{m.change()}</th>
          </tr>
        </thead>
        <tbody>
          {aligned.lines.map((line, index) => (
            <Row
              key={lineLabel(line.line)}
              line={line}
              number={index + 1}
              times={aligned.times}
              unit={unit}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
});

interface LineProps {
  line: AlignedLine;
  times: readonly number[];
  unit: Unit;
}

function Tiles({ line: { statistics, statisticsBefore }, times, unit }: LineProps) {
  const { format } = useTongue();
  const { total, mean, peak } = statistics;
  return (
    <dl className="tiles">
      <div>
        <dt>{m.total()}</dt>
        <dd data-figure="total">{format.integer(total)}</dd>
        <dd className="note">
          {statisticsBefore && m.before_was({ value: format.integer(statisticsBefore.total) })}
        </dd>
      </div>
      <div>
        <dt>{m.change()}</dt>
        <dd data-figure="change">
          <Change total={total} before={statisticsBefore?.total} />
        </dd>
        <dd className="note">{m.against_before()}</dd>
      </div>
      <div>
        <dt>{m.mean({ unit: unitLabel[unit]().toLowerCase() })}</dt>
        <dd data-figure="mean">{mean < 100 ? format.decimal(mean) : format.integer(mean)}</dd>
        <dd className="note">
          {statisticsBefore && m.before_was({ value: format.integer(statisticsBefore.mean) })}
        </dd>
      </div>
      <div>
        <dt>{m.peak()}</dt>
        <dd data-figure="peak">{peak ? format.integer(peak.value) : '–'}</dd>
        <dd className="note">{peak && format.shortMoment(times[peak.index] ?? 0, unit)}</dd>
      </div>
    </dl>
  );
}

function Row({
  line: { line, statistics, statisticsBefore },
  times,
  unit,
  number,
}: LineProps & { number: number }) {
  const { format } = useTongue();
  const { total, mean, peak } = statistics;
  return (
    <tr>
      <th scope="row" style={lineColour(number)}>
        <span className="key" />
        {lineLabel(line)}
      </th>
      <td>{format.integer(total)}</td>
      <td>{format.decimal(mean)}</td>
      <td>
        {peak && format.integer(peak.value)}{' '}
        <small>{peak && format.shortMoment(times[peak.index] ?? 0, unit)}</small>
      </td>
      <td>
        <Change total={total} before={statisticsBefore?.total} />
      </td>
    </tr>
  );
}

/** A change with its direction in a sign and a colour. */
export function Change({ total, before }: { total: number; before: number | undefined }) {
  const { format } = useTongue();
  const ratio = before === undefined ? undefined : changeOf(total, before);
  if (ratio === undefined) return <span>–</span>;
  const direction = ratio > 0 ? 'up' : ratio < 0 ? 'down' : 'same';
  return <span className={`change ${direction}`}>{format.change(ratio)}</span>;
}
