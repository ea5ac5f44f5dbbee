import { memo } from 'react';
import { useCatalogue } from '../api/use-catalogue.ts';
import type { Answer } from '../api/use-series.ts';
import { sliceOf } from '../chart/drawn.ts';
import { lineColour } from '../chart/line-colour.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import { inProgressNote, lineLabel, meanLabel } from '../i18n/names.ts';
import { zoneName } from '../time/zone-name.ts';
import type { Compare, Zoom } from '../view/view.ts';
import { Change } from './change.tsx';
import { type Figures, figuresOf, type Shown } from './figures.ts';
import { Tiles } from './tiles.tsx';

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
        <span translate="no">{zoneName(plan.zone, plan.from)}</span>
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
