import { useEffect, useSyncExternalStore } from 'react';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const printing = window.matchMedia('print');

function subscribe(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  printing.addEventListener('change', listener);
  return () => {
    dark.removeEventListener('change', listener);
    printing.removeEventListener('change', listener);
  };
}

/** Puts the theme on the page. @returns a text that changes whenever colours do. */
export function useTheme(asked: 'light' | 'dark' | undefined): string {
  const system = useSyncExternalStore(subscribe, () =>
    printing.matches ? 'print' : dark.matches ? 'dark' : 'light',
  );
  useEffect(() => {
    if (asked) document.documentElement.dataset['theme'] = asked;
    else delete document.documentElement.dataset['theme'];
  }, [asked]);
  return system === 'print' ? system : (asked ?? system);
}
