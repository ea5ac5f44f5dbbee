import { startConsoleLater } from './console-later.ts';
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
startConsoleLater();
