/** Closes the folded menu behind a choice, and marks the part that is being read. */
export function startMenu(): void {
  const fold = document.querySelector<HTMLDetailsElement>('header .fold');
  const menu = document.querySelector('.menu');
  const close = () => {
    if (fold) fold.open = false;
  };
  menu?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) close();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !fold?.open) return;
    close();
    fold.querySelector('summary')?.focus();
  });
  for (const list of document.querySelectorAll<HTMLDetailsElement>('details.languages'))
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Node && !list.contains(target)) list.open = false;
    });
  if (menu) markPlace(menu);
}

function markPlace(menu: Element): void {
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
  // The observer is notified of each heading that passes the upper third, which is all that can change the answer.
  const observer = new IntersectionObserver(update, { rootMargin: '0px 0px -66% 0px' });
  for (const target of targets) observer.observe(target);
}
