import { useEffect, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { readRemembered } from '../view/remembered.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const paper = window.matchMedia('print');
let isPrinting = false;

function subscribe(listener: () => void): () => void {
  // The print preview shows the state of the page after these events.
  const onPrint = ({ type }: Event) => {
    isPrinting = type === 'beforeprint';
    flushSync(listener);
  };
  dark.addEventListener('change', listener);
  paper.addEventListener('change', listener);
  window.addEventListener('beforeprint', onPrint);
  window.addEventListener('afterprint', onPrint);
  return () => {
    dark.removeEventListener('change', listener);
    paper.removeEventListener('change', listener);
    window.removeEventListener('beforeprint', onPrint);
    window.removeEventListener('afterprint', onPrint);
  };
}

/** The chosen theme, from the URL or an earlier visit; undefined for that of the system. */
export function chosenTheme(asked: 'light' | 'dark' | undefined): 'light' | 'dark' | undefined {
  const remembered = readRemembered('theme');
  return asked ?? (remembered === 'light' || remembered === 'dark' ? remembered : undefined);
}

/** Applies the theme. @returns a key that changes with the colours: `print` in print. */
export function useTheme(chosen: 'light' | 'dark' | undefined): string {
  const system = useSyncExternalStore(subscribe, () =>
    isPrinting || paper.matches ? 'print' : dark.matches ? 'dark' : 'light',
  );
  useEffect(() => {
    if (chosen) document.documentElement.dataset['theme'] = chosen;
    else delete document.documentElement.dataset['theme'];
  }, [chosen]);
  return system === 'print' ? system : (chosen ?? system);
}
