import { memo } from 'react';
import { lineColour } from '../chart/line-colour.ts';
import type { Unit } from '../contract/parameters.ts';
import { m } from '../generated/messages/messages.js';
import { useTongue } from '../i18n/context.ts';
import { lineLabel, underWayNote, unitLabel } from '../i18n/names.ts';
import type { Aligned, AlignedLine } from '../series/aligned.ts';
import type { Comparison } from '../series/comparison.ts';
import { changeOf } from '../series/statistics.ts';

interface SummaryProps {
  aligned: Aligned;
  unit: Unit;
}

/** The answer in figures: tiles for one line, a small table for several. */
export const Summary = memo(function Summary({ aligned, unit }: SummaryProps) {
  const [first, ...others] = aligned.lines;
  if (!first) return null;
  const { times, complete } = aligned;
  const isUnderWay = complete < times.length;
  if (others.length === 0) return <Tiles line={first} times={times} unit={unit} isUnderWay={isUnderWay} />;
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
            <Row key={lineLabel(line.line)} line={line} number={index + 1} times={times} unit={unit} />
          ))}
        </tbody>
      </table>
      {isUnderWay && (
        <p className="note">
          {underWayNote[unit]()} {first.comparison && m.change_same_point()}
        </p>
      )}
    </div>
  );
});

interface LineProps {
  line: AlignedLine;
  times: readonly number[];
  unit: Unit;
}

function Tiles({
  line: { statistics, statisticsBefore, comparison },
  times,
  unit,
  isUnderWay,
}: LineProps & { isUnderWay: boolean }) {
  const { format } = useTongue();
  const { total, mean, peak } = statistics;
  return (
    <dl className="tiles">
      <div>
        <dt>{m.total()}</dt>
        <dd data-figure="total">{format.integer(total)}</dd>
        <dd className="note">
          {isUnderWay
            ? underWayNote[unit]()
            : statisticsBefore && m.before_was({ value: format.integer(statisticsBefore.total) })}
        </dd>
      </div>
      <div>
        <dt>{m.change()}</dt>
        <dd data-figure="change">
          <Change comparison={comparison} isAwaited={!comparison && statisticsBefore !== undefined} />
        </dd>
        <dd className="note" data-note="change">
          {comparison && isUnderWay
            ? m.same_point({ value: format.integer(comparison.before) })
            : m.against_before()}
        </dd>
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
  line: { line, statistics, statisticsBefore, comparison },
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
        <Change comparison={comparison} isAwaited={!comparison && statisticsBefore !== undefined} />
      </td>
    </tr>
  );
}

/** A change with its direction in a sign and a colour. */
function Change({ comparison, isAwaited }: { comparison: Comparison | undefined; isAwaited: boolean }) {
  const { format } = useTongue();
  const ratio = comparison && changeOf(comparison.now, comparison.before);
  if (ratio === undefined) return <span>{isAwaited ? '…' : '–'}</span>;
  const direction = ratio > 0 ? 'up' : ratio < 0 ? 'down' : 'same';
  return <span className={`change ${direction}`}>{format.change(ratio)}</span>;
}
