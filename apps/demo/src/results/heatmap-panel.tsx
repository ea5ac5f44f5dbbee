import type { Clients } from '../api/clients.ts';
import { wantedSeries } from '../api/series-request.ts';
import { useCatalogue } from '../api/use-catalogue.ts';
import { useLoadedSeries } from '../api/use-loaded-series.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import { lineLabel } from '../i18n/names.ts';
import { busiestOf, heatOf } from '../series/heatmap.ts';
import type { Plan } from '../series/plan.ts';
import { clockOf } from '../time/clock.ts';
import type { Fault } from '../view/names.ts';
import '../styles/heatmap.css';

interface HeatmapPanelProps {
  plan: Plan;
  clients: Clients;
  fault: Fault;
}

/** At most this number of days is averaged, the newest. */
const mostDays = 91;

/** Average sessions of the first line by weekday and hour. */
export default function HeatmapPanel({ plan, clients, fault }: HeatmapPanelProps) {
  const { format } = useLocale();
  const catalogue = useCatalogue();
  const clock = clockOf(plan.zone);
  const line = plan.lines[0] ?? {};
  const first = Math.max(clock.dayOf(plan.from), clock.dayOf(plan.ended - 1) - mostDays + 1);
  const span = { from: clock.startOfDay(first), to: Math.max(plan.ended, clock.startOfDay(first + 1)) };
  const request = { span, unit: 'hour', zone: plan.zone, line } as const;
  const [state] = useLoadedSeries([wantedSeries(clients(fault), request, [fault, 'ended'])]);
  if (!state || state.status === 'failed') return <p className="note">{m.heatmap_failed()}</p>;
  if (state.status !== 'done') return <progress aria-label={m.fetching()} value={state.share} />;
  const rows = heatOf(state.points, plan.zone, plan.weekStart);
  const busiest = busiestOf(rows);
  const highest = busiest?.mean ?? 1;
  const written = (mean: number) => (mean < 10 ? format.decimal(mean) : format.integer(mean));
  const level = (mean: number | null) => (mean === null ? 0 : Math.ceil((mean / highest) * 9));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region is reached by keyboard */}
      <section className="scroll" aria-label={m.heatmap()} tabIndex={0}>
        <table className="heatmap">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{m.weekday()}</span>
              </th>
              {rows[0]?.means.map((_, hour) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the index is the hour
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ weekday, means }) => (
              <tr key={weekday}>
                <th scope="row">{format.weekday(weekday)}</th>
                {means.map((mean, hour) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: the index is the hour
                    key={hour}
                    data-level={level(mean)}
                    data-busiest={(busiest?.weekday === weekday && busiest.hour === hour) || undefined}
                  >
                    {mean === null ? '–' : written(mean)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="note">
        {m.heatmap_note({
          line: lineLabel(line, catalogue),
          period: format.period(span.from, span.to, 'day', plan.zone),
        })}{' '}
        {busiest &&
          m.heatmap_busiest({
            moment: format.weekdayHour(busiest.weekday, busiest.hour),
            value: written(busiest.mean),
          })}
      </p>
    </>
  );
}
