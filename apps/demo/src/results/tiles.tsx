import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import { meanLabel } from '../i18n/names.ts';
import { changeOf } from '../series/statistics.ts';
import type { Figures, Shown } from './figures.ts';

/** The figures of one line, each in a tile. */
export function Tiles({
  figures,
  whole,
  plan,
  aligned,
  compare,
  unfinished,
  isPartial,
}: Shown & { figures: Figures; whole: number | undefined }) {
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
        <dd data-figure="total">{isPartial ? pending : peak ? format.integer(total) : '–'}</dd>
        <dd className="note">
          {unfinished ?? (totalBefore !== undefined && was(totalBefore))}
          {whole !== undefined && whole > 0 && !isPartial && (
            <span className="share-of-whole">
              {' '}
              {m.share_of_whole({ share: format.share(total / whole) })}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{m.change()}</dt>
        <dd data-figure="change">
          <Change comparison={comparison} isAwaited={isAwaited || (isPartial && compare !== 'none')} />
        </dd>
        <dd className="note" data-note="change">
          {compare !== 'none' && changeNote(comparison, unfinished !== undefined, isYear, format.integer)}
        </dd>
      </div>
      <div>
        <dt>{meanLabel[plan.by]()}</dt>
        <dd data-figure="mean">{isPartial ? pending : peak ? format.average(mean) : '–'}</dd>
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

/** A change with its direction as an arrow. It has no colour: fewer sessions are not an error. */
export function Change({ comparison, isAwaited }: { comparison: Figures['comparison']; isAwaited: boolean }) {
  const { format } = useLocale();
  const ratio = comparison && changeOf(comparison.now, comparison.before);
  if (ratio === undefined) return <span>{isAwaited ? '…' : '–'}</span>;
  const text = format.change(ratio);
  // As shown: what rounds to zero has no direction.
  const arrow = text.startsWith('+') ? '▲' : text.startsWith('−') ? '▼' : '';
  return (
    <span className="change">
      {arrow && (
        <span className="arrow" aria-hidden="true">
          {arrow}
        </span>
      )}
      {text}
    </span>
  );
}
