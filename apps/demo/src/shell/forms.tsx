import { useState } from 'react';
import type { Config } from '../api/config.ts';
import { useSearch } from '../view/address.ts';
import { readTheme } from '../view/names.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { LazyPanel } from './loaded.tsx';
import { chosenTheme, useTheme } from './theme.ts';

const operationsPage = () => import('../operations/operations-page.tsx');

/** The other screen: a form for each operation. */
export function Forms({ id, config }: { id: string; config: Config }) {
  const chosen = chosenTheme(readTheme(new URLSearchParams(useSearch())));
  const [now] = useState(Date.now);
  useTheme(chosen);
  return (
    <>
      <Header theme={chosen} config={config} now={now} isForms />
      <LazyPanel file={operationsPage} props={{ id, config }} />
      <Footer />
    </>
  );
}
