import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type Clients, openBackEnd } from './api/clients.ts';
import { type BackEnd, loadBackEnd } from './api/config.ts';
import { loadWords } from './contract/words.ts';
import { m } from './generated/messages/messages.js';
import { type Tongue, TongueProvider } from './i18n/context.ts';
import { formatOf } from './i18n/format.ts';
import { type Language, languageOf, speak } from './i18n/language.ts';
import { App } from './shell/app.tsx';
import { useSearch } from './view/address.ts';
import './styles/theme.css';
import './styles/layout.css';
import './styles/controls.css';
import './styles/results.css';

async function tongueOf(language: Language): Promise<Tongue> {
  return { language, format: formatOf(language), words: await loadWords(language) };
}

/** Applies the language of the address to everything below. */
function Root({ first, backEnd, clients }: { first: Tongue; backEnd: BackEnd; clients: Clients }) {
  const search = useSearch();
  const wanted = languageOf(search, navigator.languages);
  const [tongue, setTongue] = useState(first);
  useEffect(() => {
    let isWanted = true;
    void tongueOf(wanted).then((loaded) => isWanted && setTongue(loaded));
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  speak(tongue.language);
  useEffect(() => {
    document.documentElement.lang = tongue.language;
    document.title = m.title();
    document.querySelector('meta[name=description]')?.setAttribute('content', m.description());
  }, [tongue]);
  return (
    <TongueProvider value={tongue}>
      <App key={tongue.language} backEnd={backEnd} clients={clients} />
    </TongueProvider>
  );
}

const host = document.getElementById('root');
if (host) {
  const [backEnd, first] = await Promise.all([
    loadBackEnd(),
    tongueOf(languageOf(window.location.search, navigator.languages)),
  ]);
  const clients = await openBackEnd(backEnd);
  host.replaceChildren();
  createRoot(host).render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <Root first={first} backEnd={backEnd} clients={clients} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
