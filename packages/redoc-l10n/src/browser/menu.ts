import { type HeaderPlace, targetOf } from './search.ts';

/** Closes the folded menu and the list of languages after a choice. */
export function startMenu({ root, signal }: Pick<HeaderPlace, 'root' | 'signal'>): void {
  const fold = root.querySelector<HTMLDetailsElement>('header .fold');
  const menu = root.querySelector('.menu');
  const options = signal ? { signal } : {};
  const close = () => {
    if (fold) fold.open = false;
  };
  menu?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) close();
  });
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key !== 'Escape' || !fold?.open) return;
      close();
      fold.querySelector('summary')?.focus();
    },
    options,
  );
  const list = root.querySelector<HTMLDetailsElement>('details.languages');
  document.addEventListener(
    'click',
    (event) => {
      if (list && !list.contains(targetOf(event) ?? null)) list.open = false;
    },
    options,
  );
}

/** Marks the section being read in the menu, as soon as all sections are laid out. */
export function startPlaceMarks(): void {
  const menu = document.querySelector('.menu');
  if (!menu) return;
  const root = document.documentElement;
  if (!root.classList.contains('whole')) {
    root.addEventListener('whole', startPlaceMarks, { once: true });
    return;
  }
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of menu.querySelectorAll<HTMLAnchorElement>('li li a[href^="#"]'))
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  const targets = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  let current: HTMLAnchorElement | undefined;
  const update = () => {
    const above = targets.filter((target) => target.getBoundingClientRect().top < innerHeight / 3);
    const link = links.get((above.at(-1) ?? targets[0])?.id ?? '');
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    current = link;
  };
  // The observer is notified when a heading passes the upper third, which is when the section changes.
  const observer = new IntersectionObserver(update, { rootMargin: '0px 0px -66% 0px' });
  for (const target of targets) observer.observe(target);
}
