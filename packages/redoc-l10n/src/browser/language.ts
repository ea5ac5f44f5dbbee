import { remember } from './memory.ts';

/** Keeps the reading position when the language changes: all languages have the same anchors. */
export function startLanguage(): void {
  remember('language', document.documentElement.lang);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.language'))
    link.addEventListener('click', () => {
      remember('language', link.dataset.language ?? '');
      const nearest = nearestAnchor();
      const place = scrollY < 40 ? '' : (nearest?.id ?? '');
      link.hash = place || location.hash;
      if (place) remember('place', `${place} ${Math.round(nearest?.top ?? 0)}`);
    });
  restorePlace();
}

/** The anchor nearest to the top of the window, above it or just below the header. */
function nearestAnchor(): { id: string; top: number } | undefined {
  return [...document.querySelectorAll<HTMLElement>('main [id]:not([role])')]
    .filter((element) => element.checkVisibility())
    .map((element) => ({ id: element.id, top: element.getBoundingClientRect().top }))
    .filter(({ top }) => top <= 120)
    .toSorted((a, b) => b.top - a.top)[0];
}

function restorePlace(): void {
  const [place, offset] = (takePlace() ?? '').split(' ');
  if (!place || decodeURIComponent(location.hash.slice(1)) !== place) return;
  requestAnimationFrame(() => {
    const top = document.getElementById(place)?.getBoundingClientRect().top ?? 0;
    scrollTo({ top: scrollY + top - Number(offset), behavior: 'instant' });
  });
}

function takePlace(): string | null {
  try {
    const kept = localStorage.getItem('place');
    localStorage.removeItem('place');
    return kept;
  } catch {
    return null;
  }
}
