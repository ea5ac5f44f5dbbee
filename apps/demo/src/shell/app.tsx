import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Clients } from '../api/clients.ts';
import type { Config } from '../api/config.ts';
import { useCatalogue } from '../api/use-catalogue.ts';
import { awaitedAnswer, useSeries } from '../api/use-series.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import { weekStartOf } from '../i18n/locale.ts';
import { lineLabel } from '../i18n/names.ts';
import { QueryPanel } from '../panel/query-panel.tsx';
import { AnswerArea } from '../results/answer-area.tsx';
import type { Plan } from '../series/plan.ts';
import { planOf } from '../series/plan-of.ts';
import type { Problems } from '../series/problems.ts';
import { localZone } from '../time/clock.ts';
import { useSearch } from '../view/address.ts';
import { useFreshness } from '../view/freshness.ts';
import { readRemembered } from '../view/remembered.ts';
import { readView } from '../view/view.ts';
import { FailureCard } from './failure-card.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { LazyPanel, useLoaded } from './loaded.tsx';
import { chosenTheme, useTheme } from './theme.ts';
import { useDebouncedValue, useStableValue } from './value-hooks.ts';
import { Waiting } from './waiting.tsx';

const noProblems: Problems = {};
const faultsPanel = () => import('./faults-panel.tsx');
/** Its library is a third of the page’s code, so it is a separate file, which `vite.config.ts` has preloaded. */
const chartFile = () => import('../chart/chart.tsx');

interface AppProps {
  config: Config;
  clients: Clients;
}

/** The main screen: query on the left, series on the right. */
export function App({ config, clients }: AppProps) {
  const { format, locale } = useLocale();
  const search = useSearch();
  const [now, setNow] = useState(Date.now);
  const refresh = useCallback(() => setNow(Date.now()), []);
  const view = useMemo(() => readView(search), [search]);
  // A time zone is remembered when the URL changes.
  const zone = readRemembered('zone') ?? localZone();
  const reader = useMemo(
    () => ({ zone, weekStart: weekStartOf(locale, navigator.languages) }),
    [zone, locale],
  );
  const outcome = useMemo(() => planOf(view, now / 1000, reader), [view, now, reader]);
  const found = 'plan' in outcome ? outcome.plan : undefined;
  const asked = JSON.stringify(found);
  // The plan keeps its identity while only the display changes.
  const plan = useStableValue([asked], () => found);
  const zoom = useStableValue([view.zoom?.[0], view.zoom?.[1]], () => view.zoom);
  const problems = 'problems' in outcome ? outcome.problems : noProblems;
  const chosen = chosenTheme(view.theme);
  const theme = useTheme(chosen);
  // Nothing is requested while the reader is typing, or for an invalid view.
  const isSettled = useDebouncedValue(asked, 250) === asked;
  const series = useSeries(clients, {
    plan: isSettled ? plan : undefined,
    compare: view.compare,
    fault: view.faults ?? 'none',
    now,
  });
  // A long series takes hundreds of calls, so it only loads on demand.
  useFreshness(plan !== undefined && plan.ended < plan.to && series.progress === undefined, now, setNow);
  const latest = series.answer;
  const [shown, setShown] = useState(latest);
  if (latest && latest !== shown) setShown(latest);
  const answer = latest ?? shown;
  const isOld = answer !== latest;
  const isAwaited = !answer && series.isFetching && !series.failure;
  const awaited = useMemo(() => (isAwaited && plan ? awaitedAnswer(plan) : undefined), [isAwaited, plan]);
  const toShow = answer ?? awaited;
  const chart = useLoaded(chartFile);
  useTitle(answer?.plan);

  return (
    <>
      <Header theme={chosen} config={config} now={now} onRefresh={refresh} />
      <div className="layout">
        <QueryPanel
          view={view}
          problems={problems}
          plan={plan}
          zone={zone}
          backEnd={config.backEnd}
          docs={config.docs}
        />
        <main aria-busy={series.isFetching || !isSettled}>
          <Waiting
            isFetching={series.isFetching && !series.failure}
            isStopped={isSettled && series.isStopped}
            progress={series.progress}
            onCancel={series.cancel}
            onResume={series.retry}
          />
          {series.failure && <FailureCard failure={series.failure} onRetry={series.retry} />}
          {!plan && <p className="card notice">{m.fix_query()}</p>}
          {answer && isOld && (series.failure || !plan) && (
            <p className="card notice" role="status" data-kept>
              {m.kept({
                period: format.period(answer.plan.from, answer.plan.to, answer.plan.by, answer.plan.zone),
                time: format.clock(answer.at),
              })}
            </p>
          )}
          {toShow && (
            <AnswerArea
              Chart={chart?.Chart}
              answer={toShow}
              isAwaited={!answer}
              isOld={isOld}
              view={view}
              zoom={zoom}
              theme={theme}
              config={config}
              clients={clients}
            />
          )}
        </main>
      </div>
      {view.faults && (
        <LazyPanel file={faultsPanel} props={{ fault: view.faults, backEnd: config.backEnd }} />
      )}
      <Footer isPanelOpen={view.faults !== undefined} />
    </>
  );
}

/** Sets the document title to the period, the apps and the segments. */
function useTitle(plan: Plan | undefined): void {
  const { format } = useLocale();
  const catalogue = useCatalogue();
  useEffect(() => {
    document.title = plan
      ? [
          format.period(plan.from, plan.to, plan.by, plan.zone),
          plan.lines.map((line) => lineLabel(line, catalogue)).join(', '),
          m.title(),
        ].join(' – ')
      : m.title();
  }, [plan, format, catalogue]);
}
