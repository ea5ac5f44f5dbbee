import type { BackEnd } from '../api/config.ts';
import type { Answer } from '../api/use-series.ts';
import { Chart } from '../chart/chart.tsx';
import { m } from '../generated/messages/messages.js';
import { Later } from '../shell/later.tsx';
import { Part } from '../shell/part.tsx';
import type { View } from '../view/view.ts';
import { SeriesTable } from './series-table.tsx';
import { Summary } from './summary.tsx';

const exportPanel = () => import('../export/export-panel.tsx');
const requestPanel = () => import('../request/request-panel.tsx');

interface AnswerAreaProps {
  answer: Answer;
  /** True while another answer is on its way. */
  isOld: boolean;
  view: View;
  /** Changes when colours do. */
  theme: string;
  backEnd: BackEnd;
}

/** Figures and chart first; then the table, the files to save, and the request behind it all. */
export function AnswerArea({ answer, isOld, view, theme, backEnd }: AnswerAreaProps) {
  const { plan, aligned } = answer;
  const isEmpty = aligned.lines.every(({ statistics }) => statistics.peak === undefined);
  return (
    <div className="answer-area" data-old={isOld || undefined}>
      {isEmpty && (
        <p className="card notice" role="status">
          {m.empty()}
        </p>
      )}
      <Summary aligned={aligned} unit={plan.unit} />
      <section className="card" aria-label={m.chart()}>
        <Chart aligned={aligned} unit={plan.unit} zoom={view.zoom} theme={theme} />
      </section>
      <div className="columns">
        <Later>
          <SeriesTable
            aligned={aligned}
            unit={plan.unit}
            column={view.sort.column}
            descending={view.sort.descending}
            page={view.page}
          />
          <div className="side">
            <section className="card no-print" aria-label={m.export()}>
              <h2>{m.export()}</h2>
              <Part file={exportPanel} props={answer} />
            </section>
            <section className="card no-print" aria-label={m.request()}>
              <h2>{m.request()}</h2>
              <Part file={requestPanel} props={{ plan, backEnd }} />
            </section>
          </div>
        </Later>
      </div>
    </div>
  );
}
