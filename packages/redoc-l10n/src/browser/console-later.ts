/**
 * Loads the console when the page is idle or is used: editing and sending are not needed at first. If one of its buttons is
 * clicked before that, the click is repeated when the console is loaded.
 */
export function startConsoleLater(): void {
  if (!document.querySelector('#console')) return;
  const uses = ['pointerdown', 'keydown', 'scroll'] as const;
  let isLoading = false;
  let clicked: HTMLElement | null = null;
  const keep = ({ target }: Event) => {
    clicked = target instanceof Element ? target.closest<HTMLElement>('.send :is(button, a)') : null;
  };
  const load = async () => {
    if (isLoading) return;
    isLoading = true;
    // It fails when the reader leaves meanwhile or is offline; the next use of the page tries again.
    const module = await import('./console/console.ts').catch(() => undefined);
    isLoading = module !== undefined;
    if (!module) return;
    for (const name of uses) removeEventListener(name, load);
    removeEventListener('click', keep);
    module.startConsole();
    clicked?.click();
  };
  for (const name of uses) addEventListener(name, load, { passive: true });
  addEventListener('click', keep);
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: 2000 });
  else setTimeout(load, 800);
}
