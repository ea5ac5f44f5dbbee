import { remember } from './memory.ts';
import { startSearch } from './search.ts';
import { startTabs } from './tabs.ts';

const root = document.documentElement;
remember('language', root.lang);

document.querySelector('.theme')?.addEventListener('click', () => {
  const dark = root.classList.contains('light')
    ? false
    : root.classList.contains('dark') || matchMedia('(prefers-color-scheme: dark)').matches;
  root.classList.remove('dark', 'light');
  root.classList.add(dark ? 'light' : 'dark');
  remember('theme', dark ? 'light' : 'dark');
});

// Both languages have the same anchors: the one nearest to the top of the window is the reader's place.
document.querySelector<HTMLAnchorElement>('a.language')?.addEventListener('click', (event) => {
  const link = event.currentTarget;
  if (!(link instanceof HTMLAnchorElement)) return;
  remember('language', link.dataset.language ?? '');
  const above = [...document.querySelectorAll<HTMLElement>('main [id]:not([role])')]
    .map((element) => ({
      id: element.id,
      shown: element.offsetParent,
      top: element.getBoundingClientRect().top,
    }))
    .filter(({ shown, top }) => shown && top <= 120);
  const nearest = above.toSorted((a, b) => b.top - a.top)[0];
  const place = scrollY < 40 ? '' : (nearest?.id ?? '');
  const offset = Math.round(nearest?.top ?? 0);
  link.hash = place || location.hash;
  if (place) remember('place', `${place} ${offset}`);
});

const [place, offset] = (sessionPlace() ?? '').split(' ');
if (place && decodeURIComponent(location.hash.slice(1)) === place)
  requestAnimationFrame(() => {
    const top = document.getElementById(place)?.getBoundingClientRect().top ?? 0;
    scrollTo({ top: scrollY + top - Number(offset), behavior: 'instant' });
  });

function sessionPlace(): string | null {
  try {
    const kept = localStorage.getItem('place');
    localStorage.removeItem('place');
    return kept;
  } catch {
    return null;
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
  const label = button.textContent;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.nextElementSibling?.textContent.trimEnd() ?? '');
    button.textContent = button.dataset.copied ?? label;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
}

startTabs();
startSearch();
