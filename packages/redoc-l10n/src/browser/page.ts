import { startConsoleLater } from './console-later.ts';
import { startLanguage } from './language.ts';
import { remember } from './memory.ts';
import { startMenu, startPlaceMarks } from './menu.ts';
import { startPlaces } from './places.ts';
import { startSearch } from './search.ts';
import { startTabs } from './tabs.ts';

startTheme();
startTabs();
startPlaces();
startLanguage();
startMenu({ root: document });
startPlaceMarks();
startCopy();
const { lang, dataset } = document.documentElement;
startSearch({ root: document, language: lang, base: new URL(`${dataset.root}${lang}/`, location.href).href });
startConsoleLater();

/** Makes the copy buttons of code blocks work, including blocks that are added or changed later. */
function startCopy(): void {
  document.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button.copy') : null;
    if (!button) return;
    const label = button.textContent;
    await navigator.clipboard.writeText(button.nextElementSibling?.textContent.trimEnd() ?? '');
    button.textContent = button.dataset.copied ?? label;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
}

/** Makes the theme button work; the choice is remembered. */
function startTheme(): void {
  const root = document.documentElement;
  document.querySelector('.theme')?.addEventListener('click', () => {
    const dark = root.classList.contains('light')
      ? false
      : root.classList.contains('dark') || matchMedia('(prefers-color-scheme: dark)').matches;
    root.classList.remove('dark', 'light');
    root.classList.add(dark ? 'light' : 'dark');
    remember('theme', dark ? 'light' : 'dark');
  });
}
