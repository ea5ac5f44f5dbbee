import { type FunctionComponent, StrictMode, useEffect, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import type { Catalogue } from './api/catalogue.ts';
import { type Clients, openBackEnd } from './api/clients.ts';
import { type Config, loadConfig } from './api/config.ts';
import { CatalogueProvider } from './api/use-catalogue.ts';
import { useLoadedWords, WordsProvider } from './contract/words.ts';
import { m } from './generated/messages/messages.js';
import { chart, loadCatalogue } from './generated/screens.ts';
import { LocaleProvider } from './i18n/context.ts';
import { formatOf } from './i18n/format.ts';
import { localeOf, setLocale } from './i18n/locale.ts';
import { Forms } from './shell/forms.tsx';
import { useLoaded } from './shell/loaded.tsx';
import { useSearch } from './view/address.ts';
import { own } from './view/names.ts';
import { readRemembered } from './view/remembered.ts';
import 'uplot/dist/uPlot.min.css';
import './styles/theme.css';
import './styles/layout.css';
import './styles/header.css';
import './styles/controls.css';
import './styles/fields.css';
import './styles/choice.css';
import './styles/table.css';
import './styles/results.css';
import './styles/panels.css';
import './styles/chart.css';
import './styles/print.css';

/** The chart, if the contract has a series to draw. */
const Chart: FunctionComponent<{ config: Config; clients: Clients }> | undefined = chart;

interface RootProps {
  config: Config;
  clients: Clients;
  catalogue: () => Promise<Catalogue | undefined>;
}

/** Applies the language in the URL to the app. */
function Root({ config, clients, catalogue }: RootProps) {
  const search = useSearch();
  const locale = localeOf(search, navigator.languages);
  const localisation = useMemo(() => ({ locale, format: formatOf(locale) }), [locale]);
  const words = useLoadedWords(locale);
  const names = useLoaded(catalogue);
  const operation = new URLSearchParams(search).get(own.operation);
  setLocale(locale);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.querySelector('meta[name=description]')?.setAttribute('content', m.description());
  }, [locale]);
  return (
    <LocaleProvider value={localisation}>
      <WordsProvider value={words}>
        <CatalogueProvider value={names}>
          {operation === null && Chart ? (
            <Chart key={locale} config={config} clients={clients} />
          ) : (
            <Forms key={locale} id={operation ?? ''} config={config} />
          )}
        </CatalogueProvider>
      </WordsProvider>
    </LocaleProvider>
  );
}

/** What takes as long as a render when it is first used. In separate tasks, they do not block the page for long. */
const slowToStart = [
  () => new Intl.DateTimeFormat().resolvedOptions(),
  () => formatOf(localeOf(location.search, navigator.languages)).period(0, 1, 'day', 'UTC'),
  () => readRemembered('zone'),
];
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

const host = document.getElementById('root');
if (host) {
  const loading = loadConfig();
  for (const start of slowToStart) {
    await nextTask();
    start();
  }
  await nextTask();
  const config = await loading;
  const clients = openBackEnd(config.backEnd);
  const catalogue = async () => loadCatalogue?.(config.backEnd);
  host.replaceChildren();
  createRoot(host).render(
    <StrictMode>
      <Root config={config} clients={clients} catalogue={catalogue} />
    </StrictMode>,
  );
}
