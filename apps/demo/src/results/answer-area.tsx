import { memo, useRef } from 'react';
import type { Clients } from '../api/clients.ts';
import type { Config } from '../api/config.ts';
import type { Answer } from '../api/use-series.ts';
import type { Chart as ChartComponent } from '../chart/chart.tsx';
import { m } from '../generated/messages/messages.js';
import { AfterPaint, useAfterPaint } from '../shell/after-paint.tsx';
import { LazyPanel } from '../shell/loaded.tsx';
import { change } from '../view/address.ts';
import { own } from '../view/names.ts';
import type { View, Zoom } from '../view/view.ts';
import { SeriesTable } from './series-table.tsx';
import { Summary } from './summary.tsx';

const exportPanel = () => import('../export/export-panel.tsx');
const savedViewsPanel = () => import('../export/saved-views-panel.tsx');
const requestPanel = () => import('../request/request-panel.tsx');
const heatmapPanel = () => import('./heatmap-panel.tsx');
const printedChart = () => import('../export/printed-chart.tsx');

interface AnswerAreaProps {
  /** Undefined while it is loading. */
  Chart: typeof ChartComponent | undefined;
  answer: Answer;
  /** True before the first answer: `answer` only holds its place. */
  isAwaited: boolean;
  /** True while another answer is loading. */
  isOld: boolean;
  view: View;
  zoom: Zoom | undefined;
  /** Changes when colours do; `print` on paper. */
  theme: string;
  config: Config;
  clients: Clients;
}

/** Figures and chart, then table, export and request. */
export const AnswerArea = memo(function AnswerArea({
  Chart,
  answer,
  isAwaited,
  isOld,
  view,
  zoom,
  theme,
  config,
  clients,
}: AnswerAreaProps) {
  const { plan, aligned, isPartial } = answer;
  // The first chart is drawn before its figures: both at once block the page of a phone. Later ones come together.
  const isDrawn = useAfterPaint(!isAwaited, 0);
  const place = useRef(answer);
  if (isAwaited) place.current = answer;
  const isEmpty = !isPartial && aligned.lines.every(({ values }) => values.every((value) => value === null));
  return (
    <div className="answer-area" data-old={isOld || undefined}>
      {isEmpty && (
        <p className="card notice" role="status">
          {m.empty()}
        </p>
      )}
      <Summary answer={isDrawn ? answer : place.current} compare={view.compare} zoom={zoom} />
      <section className="card chart-card" aria-label={m.chart()}>
        {Chart && !isAwaited && (
          <Chart
            aligned={aligned}
            plan={plan}
            compare={view.compare}
            shape={view.shape}
            average={view.average}
            zoom={zoom}
            theme={theme}
          />
        )}
      </section>
      {Chart && !isAwaited && (
        <AfterPaint>
          <LazyPanel file={printedChart} props={{ answer, view, config, isPrinting: theme === 'print' }} />
          <details
            className="card fold-card"
            open={view.heatmap}
            onToggle={({ currentTarget }) =>
              change({ [own.heatmap]: currentTarget.open ? '1' : undefined }, 'replace')
            }
          >
            <summary>
              <h2>{m.heatmap()}</h2>
            </summary>
            {view.heatmap && (
              <LazyPanel file={heatmapPanel} props={{ plan, clients, fault: view.faults ?? 'none' }} />
            )}
          </details>
          <div className="columns" data-wide={aligned.lines.length > 3 || undefined}>
            <SeriesTable
              aligned={aligned}
              plan={plan}
              compare={view.compare}
              column={view.sort.column}
              descending={view.sort.descending}
              page={view.page}
              isWhole={theme === 'print'}
            />
            <div className="side no-print">
              <section className="card" aria-label={m.export()}>
                <h2>{m.export()}</h2>
                <LazyPanel file={exportPanel} props={{ answer, view, config }} />
              </section>
              <section className="card" aria-label={m.saved_views()}>
                <h2>{m.saved_views()}</h2>
                <LazyPanel file={savedViewsPanel} props={{}} />
              </section>
              <section className="card" aria-label={m.request()}>
                <h2>{m.request()}</h2>
                <LazyPanel file={requestPanel} props={{ plan, backEnd: config.backEnd }} />
              </section>
            </div>
          </div>
        </AfterPaint>
      )}
    </div>
  );
});
