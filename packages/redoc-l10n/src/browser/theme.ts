import { remember } from './memory.ts';

/** Makes the theme button work; the choice is remembered. */
export function startTheme(): void {
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
