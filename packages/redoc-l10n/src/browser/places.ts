import { selectPanel } from './tabs.ts';

/** Opens the target of a link: a closed response, or a tab that is not selected. In print, everything is open. */
export function startPlaces(): void {
  addEventListener('hashchange', openPlace);
  openPlace();
  const closed: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) {
      one.open = true;
      closed.push(one);
    }
  });
  addEventListener('afterprint', () => {
    for (const one of closed.splice(0)) one.open = false;
  });
}

function openPlace(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  let hidden = false;
  for (let one: Element | null = target; one; one = one.parentElement) {
    if (one instanceof HTMLDetailsElement && !one.open) {
      one.open = true;
      hidden = true;
    }
    if (one.matches('[role="tabpanel"]:not([data-selected])')) {
      selectPanel(one);
      hidden = true;
    }
  }
  if (hidden || target.matches('[role="tabpanel"]')) target.scrollIntoView({ behavior: 'instant' });
}
