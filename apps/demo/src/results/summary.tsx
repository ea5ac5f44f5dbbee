import { memo } from 'react';
import { useCatalogue } from '../api/use-catalogue.ts';
import { type Answer, hasShares } from '../api/use-series.ts';
import { lineColour } from '../chart/colours.ts';
import { sliceOf } from '../chart/drawn.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import { lineLabel, meanLabel, unfinishedNote } from '../i18n/names.ts';
import { zoneName } from '../time/clock.ts';
import type { Compare, Zoom } from '../view/view.ts';
import { type Figures, figuresOf, type Shown } from './figures.ts';
import { Change, Tiles } from './tiles.tsx';

interface SummaryProps {
  answer: Answer;
  compare: Compare;
  zoom: Zoom | undefined;
}

/** The figures of the series or of the zoomed part: tiles for one line, a small table for several. */
export const Summary = memo(function Summary({ answer, compare, zoom }: SummaryProps) {
  const { plan, aligned, isPartial } = answer;
  const { format } = useLocale();
  const slice = sliceOf(aligned, zoom);
  const isZoomed = slice.first > 0 || slice.end < aligned.starts.length;
  const figures = aligned.lines.map((line) => figuresOf(line, aligned, isZoomed ? slice : undefined));
  const [first, ...others] = figures;
  if (!first) return null;
  const unfinished = unfinishedNote(plan.by, aligned, slice);
  const shown: Shown = { plan, aligned, compare, unfinished, isPartial };
  const period = format.period(
    aligned.starts[slice.first] ?? 0,
    aligned.ends[slice.end - 1] ?? 1,
    plan.by,
    plan.zone,
  );
  const whole = isZoomed ? undefined : aligned.whole;
  const hasShare = !isZoomed && hasShares(plan);
  return (
    <section aria-label={m.summary()}>
      {/* Always there, so that nothing moves when the chart is zoomed. */}
      <p className="shown-period" data-zoomed={isZoomed || undefined}>
        {isZoomed ? m.zoomed_part({ period }) : period}
        {' · '}
        <span translate="no">{zoneName(plan.zone, plan)}</span>
      </p>
      {others.length === 0 ? (
        <Tiles figures={first} whole={whole} {...shown} />
      ) : (
        <div className="card scroll">
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{m.series()}</th>
                <th scope="col">{m.total()}</th>
                {hasShare && <th scope="col">{m.share()}</th>}
                <th scope="col">{m.change()}</th>
                <th scope="col">{meanLabel[plan.by]()}</th>
                <th scope="col">{m.peak()}</th>
              </tr>
            </thead>
            <tbody>
              {figures.map((one, index) => (
                <Row
                  key={JSON.stringify(one.line)}
                  figures={one}
                  number={index + 1}
                  hasShare={hasShare}
                  whole={whole}
                  {...shown}
                />
              ))}
            </tbody>
          </table>
          {unfinished && (
            <p className="note">
              {unfinished} {compare !== 'none' && !isZoomed && m.change_same_point()}
            </p>
          )}
        </div>
      )}
    </section>
  );
});

function Row({
  figures,
  number,
  hasShare,
  whole,
  plan,
  aligned,
  isPartial,
}: Shown & { figures: Figures; number: number; hasShare: boolean; whole: number | undefined }) {
  const { format } = useLocale();
  const catalogue = useCatalogue();
  const { line, total, mean, peak, comparison, isAwaited } = figures;
  const none = isPartial || (hasShare && whole === undefined) ? '…' : '–';
  return (
    <tr>
      <th scope="row" style={lineColour(number)}>
        <span className="key" />
        {lineLabel(line, catalogue)}
      </th>
      <td>{peak && !isPartial ? format.integer(total) : none}</td>
      {hasShare && <td>{whole && !isPartial ? format.share(total / whole) : none}</td>}
      <td>
        <Change comparison={comparison} isAwaited={isAwaited || isPartial} />
      </td>
      <td>{peak && !isPartial ? format.average(mean) : none}</td>
      <td>
        {peak && !isPartial ? format.integer(peak.value) : none}{' '}
        <small>
          {peak &&
            !isPartial &&
            format.shortMoment(
              aligned.starts[peak.index] ?? 0,
              aligned.ends[peak.index] ?? 1,
              plan.by,
              plan.zone,
            )}
        </small>
      </td>
    </tr>
  );
}
