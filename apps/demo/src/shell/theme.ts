import { useEffect, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { readRemembered } from '../view/remembered.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const paper = window.matchMedia('print');
let isPrinting = false;

function subscribe(listener: () => void): () => void {
  // What is printed is what the page is when these events end.
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

/** The theme that the reader has chosen, in the address or on an earlier visit; undefined is the system's. */
export function chosenTheme(asked: 'light' | 'dark' | undefined): 'light' | 'dark' | undefined {
  const remembered = readRemembered('theme');
  return asked ?? (remembered === 'light' || remembered === 'dark' ? remembered : undefined);
}

/** Puts the theme on the page. @returns a text that changes whenever colours do: `print` on paper. */
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
