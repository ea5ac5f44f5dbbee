import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Clients } from '../api/clients.ts';
import type { BackEnd } from '../api/config.ts';
import { useSeries } from '../api/use-series.ts';
import { m } from '../generated/messages/messages.js';
import { QueryPanel } from '../panel/query-panel.tsx';
import { AnswerArea } from '../results/answer-area.tsx';
import { planOf } from '../series/plan.ts';
import { parseEndingAt } from '../series/wall-time.ts';
import { change, useSearch } from '../view/address.ts';
import { useFreshness } from '../view/freshness.ts';
import { own, readView } from '../view/view.ts';
import { FailureCard } from './failure-card.tsx';
import { Header } from './header.tsx';
import { Part } from './part.tsx';
import { useSame } from './same.ts';
import { useSettled } from './settled.ts';
import { useTheme } from './theme.ts';
import { Waiting } from './waiting.tsx';

const faultsPanel = () => import('./faults-panel.tsx');

interface AppProps {
  backEnd: BackEnd;
  clients: Clients;
}

/** The one screen: question on the left, answer on the right. */
export function App({ backEnd, clients }: AppProps) {
  const search = useSearch();
  const [now, setNow] = useState(Date.now);
  const view = useMemo(() => readView(search), [search]);
  const outcome = useMemo(() => planOf(view, now), [view, now]);
  const found = 'plan' in outcome ? outcome.plan : undefined;
  const asked = JSON.stringify(found);
  // The same question keeps its identity while the view of its answer changes.
  const plan = useSame([asked], () => found);
  const zoom = useSame([view.zoom?.[0], view.zoom?.[1]], () => view.zoom);
  const problems = 'problems' in outcome ? outcome.problems : {};
  const theme = useTheme(view.theme);
  // Typing settles before it is asked; an invalid view is never asked.
  const isSettled = useSettled(asked, 250) === asked;
  const series = useSeries(clients, {
    plan: isSettled ? plan : undefined,
    compare: view.compare,
    fault: view.fault ?? 'none',
    now,
  });
  // A range is hundreds of calls: they are made when the reader asks for them.
  useFreshness(plan !== undefined && plan.complete < plan.count && !plan.isRange, now, setNow);
  const latest = series.answer;
  const [shown, setShown] = useState(latest);
  if (latest && latest !== shown) setShown(latest);
  const answer = useDeferredValue(latest ?? shown);
  const isOld = answer !== latest;

  useFaultsKey();

  return (
    <>
      <Header view={view} backEnd={backEnd} now={now} onRefresh={() => setNow(Date.now())} />
      <div className="layout">
        <QueryPanel
          view={view}
          problems={problems}
          last={plan?.last ?? parseEndingAt(view.endingAt ?? '')?.wall ?? Math.floor(now / 1000)}
        />
        <main aria-busy={series.isFetching}>
          <h1 className="visually-hidden">{m.title()}</h1>
          <Waiting
            isFetching={series.isFetching && !series.failure}
            isStopped={isSettled && series.isStopped}
            ranges={series.ranges}
            onCancel={series.cancel}
            onResume={series.retry}
          />
          {series.failure && <FailureCard failure={series.failure} onRetry={series.retry} />}
          {!plan && <p className="card notice">{m.mend_query()}</p>}
          {answer ? (
            <AnswerArea
              answer={answer}
              isOld={isOld}
              view={{ ...view, zoom }}
              theme={theme}
              backEnd={backEnd}
            />
          ) : (
            series.isFetching && !series.failure && <div className="card skeleton" />
          )}
        </main>
      </div>
      {view.fault && <Part file={faultsPanel} props={{ fault: view.fault, backEnd }} />}
      <footer>{m.independent()}</footer>
    </>
  );
}

/** Ctrl + Shift + M shows and hides the panel of simulated failures. */
function useFaultsKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey && event.shiftKey && event.code === 'KeyM')) return;
      event.preventDefault();
      const isShown = new URLSearchParams(window.location.search).has(own.fault);
      change({ [own.fault]: isShown ? undefined : 'none' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
