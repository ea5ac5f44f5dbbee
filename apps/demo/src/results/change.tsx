import { useLocale } from '../i18n/context.ts';
import { changeOf } from '../series/statistics.ts';
import type { Figures } from './figures.ts';

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
