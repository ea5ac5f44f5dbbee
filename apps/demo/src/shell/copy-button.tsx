import { useState } from 'react';
import { m } from '../generated/messages/messages.js';

interface CopyButtonProps {
  /** What is copied: the words on the button, or next to it when `isPlain`. */
  what: string;
  text: () => string;
  /** True where the words are already next to the button. */
  isPlain?: boolean;
}

/** Copies a text, and says that it has, or that the browser refused. */
export function CopyButton({ what, text, isPlain = false }: CopyButtonProps) {
  const [state, setState] = useState<'copied' | 'refused'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setState('copied');
    } catch {
      setState('refused');
    }
    setTimeout(() => setState(undefined), 2000);
  };
  const label = isPlain ? m.copy() : what;
  return (
    <button
      type="button"
      className={isPlain ? 'plain' : ''}
      onClick={copy}
      aria-label={isPlain ? m.copy_what({ name: what }) : undefined}
    >
      {state === 'copied' ? m.copied() : state === 'refused' ? m.copy_refused() : label}
    </button>
  );
}
