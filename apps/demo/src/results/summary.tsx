import { memo } from 'react';
import { useCatalogue } from '../api/use-catalogue.ts';
import type { Answer } from '../api/use-series.ts';
import { sliceOf } from '../chart/drawn.ts';
import { lineColour } from '../chart/line-colour.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import { inProgressNote, lineLabel, meanLabel } from '../i18n/names.ts';
import type { Aligned, AlignedLine } from '../series/aligned.ts';
import type { Plan } from '../series/plan.ts';
import { changeOf, type Slice, statisticsOf } from '../series/statistics.ts';
import type { Compare, Zoom } from '../view/view.ts';

interface SummaryProps {
  answer: Answer;
  compare: Compare;
  zoom: Zoom | undefined;
}

/** The series in figures, of the zoomed part if there is one: tiles for one line, a small table for several. */
export const Summary = memo(function Summary({ answer, compare, zoom }: SummaryProps) {
  const { plan, aligned, isPartial } = answer;
  const { format } = useLocale();
  const slice = sliceOf(aligned, zoom);
  const isZoomed = slice.first > 0 || slice.end < aligned.starts.length;
  const figures = aligned.lines.map((line) => figuresOf(line, aligned, isZoomed ? slice : undefined));
  const [first, ...others] = figures;
  if (!first) return null;
  const isInProgress = slice.end > aligned.complete;
  const shown: Shown = { plan, aligned, compare, isInProgress, isPartial };
  const period = format.period(
    aligned.starts[slice.first] ?? 0,
    aligned.ends[slice.end - 1] ?? 1,
    plan.by,
    plan.zone,
  );
  const share = aligned.whole && !isZoomed ? aligned.whole : undefined;
  return (
    <section aria-label={m.summary()}>
      {/* Always there, so that nothing moves when the chart is zoomed. */}
      <p className="shown-period" data-zoomed={isZoomed || undefined}>
        {isZoomed ? m.zoomed_part({ period }) : period}
        {' · '}
        <span translate="no">{format.zone(plan.zone, plan.from)}</span>
      </p>
      {others.length === 0 ? (
        <Tiles figures={first} share={share} {...shown} />
      ) : (
        <div className="card scroll">
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{m.series()}</th>
                <th scope="col">{m.total()}</th>
                {share !== undefined && <th scope="col">{m.share()}</th>}
                <th scope="col">{meanLabel[plan.by]()}</th>
                <th scope="col">{m.peak()}</th>
                <th scope="col">{m.change()}</th>
              </tr>
            </thead>
            <tbody>
              {figures.map((one, index) => (
                <Row
                  key={JSON.stringify(one.line)}
                  figures={one}
                  number={index + 1}
                  share={share}
                  {...shown}
                />
              ))}
            </tbody>
          </table>
          {isInProgress && (
            <p className="note">
              {inProgressNote[plan.by]()} {first.comparison && !isZoomed && m.change_same_point()}
            </p>
          )}
        </div>
      )}
    </section>
  );
});

interface Shown {
  plan: Plan;
  aligned: Aligned;
  compare: Compare;
  isInProgress: boolean;
  isPartial: boolean;
}

interface Figures {
  line: AlignedLine['line'];
  total: number;
  mean: number;
  peak: { value: number; index: number } | undefined;
  totalBefore: number | undefined;
  meanBefore: number | undefined;
  comparison: AlignedLine['comparison'];
  isAwaited: boolean;
}

/** @param slice the zoomed part; undefined for the whole period */
function figuresOf(
  { line, values, before, comparison }: AlignedLine,
  { complete, isCut }: Aligned,
  slice: Slice | undefined,
): Figures {
  const now = statisticsOf(values, complete, slice, isCut);
  const was = before && statisticsOf(before, before.length, slice, isCut);
  // In a part, points that have ended are compared with their own.
  const part = slice && { first: slice.first, end: Math.min(slice.end, complete) };
  return {
    line,
    ...now,
    totalBefore: was?.total,
    meanBefore: was?.mean,
    comparison:
      before && part
        ? {
            now: statisticsOf(values, complete, part).total,
            before: statisticsOf(before, before.length, part).total,
          }
        : comparison,
    isAwaited: before !== undefined && comparison === undefined,
  };
}

function Tiles({
  figures,
  share,
  plan,
  aligned,
  compare,
  isInProgress,
  isPartial,
}: Shown & { figures: Figures; share: number | undefined }) {
  const { format } = useLocale();
  const { total, mean, peak, totalBefore, meanBefore, comparison, isAwaited } = figures;
  const isYear = compare === 'year';
  const was = (value: number) =>
    isYear
      ? m.year_before_was({ value: format.integer(value) })
      : m.before_was({ value: format.integer(value) });
  const pending = <span>…</span>;
  return (
    <dl className="tiles">
      <div>
        <dt>{m.total()}</dt>
        <dd data-figure="total">{isPartial ? pending : format.integer(total)}</dd>
        <dd className="note">
          {isInProgress ? inProgressNote[plan.by]() : totalBefore !== undefined && was(totalBefore)}
          {share !== undefined && share > 0 && (
            <span className="share-of-whole">
              {' '}
              {m.share_of_whole({ share: format.share(total / share) })}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{m.change()}</dt>
        <dd data-figure="change">
          <Change comparison={comparison} isAwaited={isAwaited} />
        </dd>
        <dd className="note" data-note="change">
          {compare !== 'none' && changeNote(comparison, isInProgress, isYear, format.integer)}
        </dd>
      </div>
      <div>
        <dt>{meanLabel[plan.by]()}</dt>
        <dd data-figure="mean">
          {isPartial ? pending : mean < 100 ? format.decimal(mean) : format.integer(mean)}
        </dd>
        <dd className="note">{meanBefore !== undefined && was(meanBefore)}</dd>
      </div>
      <div>
        <dt>{m.peak()}</dt>
        <dd data-figure="peak">{isPartial ? pending : peak ? format.integer(peak.value) : '–'}</dd>
        <dd className="note">
          {peak &&
            !isPartial &&
            format.shortMoment(
              aligned.starts[peak.index] ?? 0,
              aligned.ends[peak.index] ?? 1,
              plan.by,
              plan.zone,
            )}
        </dd>
      </div>
    </dl>
  );
}

function changeNote(
  comparison: Figures['comparison'],
  isInProgress: boolean,
  isYear: boolean,
  integer: (value: number) => string,
): string {
  if (!comparison || !isInProgress) return isYear ? m.against_year() : m.against_before();
  const value = integer(comparison.before);
  return isYear ? m.same_point_year({ value }) : m.same_point({ value });
}

function Row({
  figures,
  number,
  share,
  plan,
  aligned,
}: Shown & { figures: Figures; number: number; share: number | undefined }) {
  const { format } = useLocale();
  const catalogue = useCatalogue();
  const { line, total, mean, peak, comparison, isAwaited } = figures;
  return (
    <tr>
      <th scope="row" style={lineColour(number)}>
        <span className="key" />
        {lineLabel(line, catalogue)}
      </th>
      <td>{format.integer(total)}</td>
      {share !== undefined && <td>{share > 0 ? format.share(total / share) : '–'}</td>}
      <td>{format.decimal(mean)}</td>
      <td>
        {peak && format.integer(peak.value)}{' '}
        <small>
          {peak &&
            format.shortMoment(
              aligned.starts[peak.index] ?? 0,
              aligned.ends[peak.index] ?? 1,
              plan.by,
              plan.zone,
            )}
        </small>
      </td>
      <td>
        <Change comparison={comparison} isAwaited={isAwaited} />
      </td>
    </tr>
  );
}

/** A change with its direction as an arrow. It has no colour: fewer sessions are not an error. */
function Change({ comparison, isAwaited }: { comparison: Figures['comparison']; isAwaited: boolean }) {
  const { format } = useLocale();
  const ratio = comparison && changeOf(comparison.now, comparison.before);
  if (ratio === undefined) return <span>{isAwaited ? '…' : '–'}</span>;
  const arrow = ratio > 0 ? '▲' : ratio < 0 ? '▼' : '';
  return (
    <span className="change">
      {arrow && (
        <span className="arrow" aria-hidden="true">
          {arrow}
        </span>
      )}
      {format.change(ratio)}
    </span>
  );
}
