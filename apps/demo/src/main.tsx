import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useEffect, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { type Clients, openBackEnd } from './api/clients.ts';
import { type BackEnd, loadBackEnd } from './api/config.ts';
import { useLoadedWords, WordsProvider } from './contract/words.ts';
import { m } from './generated/messages/messages.js';
import { TongueProvider } from './i18n/context.ts';
import { formatOf } from './i18n/format.ts';
import { languageOf, speak } from './i18n/language.ts';
import { App } from './shell/app.tsx';
import { useSearch } from './view/address.ts';
import './styles/theme.css';
import './styles/layout.css';
import './styles/controls.css';
import './styles/results.css';

/** Applies the language of the address to everything below. */
function Root({ backEnd, clients }: { backEnd: BackEnd; clients: Clients }) {
  const search = useSearch();
  const language = languageOf(search, navigator.languages);
  const tongue = useMemo(() => ({ language, format: formatOf(language) }), [language]);
  const words = useLoadedWords(language);
  speak(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = m.title();
    document.querySelector('meta[name=description]')?.setAttribute('content', m.description());
  }, [language]);
  return (
    <TongueProvider value={tongue}>
      <WordsProvider value={words}>
        <App key={language} backEnd={backEnd} clients={clients} />
      </WordsProvider>
    </TongueProvider>
  );
}

const host = document.getElementById('root');
if (host) {
  const backEnd = await loadBackEnd();
  const clients = openBackEnd(backEnd);
  host.replaceChildren();
  createRoot(host).render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <Root backEnd={backEnd} clients={clients} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
