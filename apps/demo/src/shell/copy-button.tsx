import { useState } from 'react';
import { m } from '../generated/messages/messages.js';

interface CopyButtonProps {
  /** The label of the button, or next to it if `isPlain`. */
  what: string;
  text: () => string;
  /** Whether the label is next to the button. */
  isPlain?: boolean;
}

/** Copies a text, and reports success or failure. */
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
