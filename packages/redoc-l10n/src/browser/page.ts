import { startCopy } from './copy.ts';
import { startLanguage } from './language.ts';
import { startMenu, startPlaceMarks } from './menu.ts';
import { startPlaces } from './places.ts';
import { startSearch } from './search.ts';
import { startTabs } from './tabs.ts';
import { startTheme } from './theme.ts';

startTheme();
startTabs();
startPlaces();
startLanguage();
startMenu({ root: document });
startPlaceMarks();
startCopy();
const { lang, dataset } = document.documentElement;
startSearch({ root: document, language: lang, base: new URL(`${dataset.root}${lang}/`, location.href).href });
// Editing and sending are not needed at first, so the console loads when the page is idle.
if (document.querySelector('#console')) {
  const load = () => import('./console/console.ts').then(({ startConsole }) => startConsole());
  const early = ['pointerdown', 'keydown', 'scroll'] as const;
  let started = false;
  const once = () => {
    if (started) return;
    started = true;
    for (const name of early) removeEventListener(name, once);
    void load();
  };
  for (const name of early) addEventListener(name, once, { passive: true });
  if ('requestIdleCallback' in globalThis) requestIdleCallback(once, { timeout: 2000 });
  else setTimeout(once, 800);
}
