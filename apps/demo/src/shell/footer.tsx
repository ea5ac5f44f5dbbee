import { memo } from 'react';
import { m } from '../generated/messages/messages.js';
import { change } from '../view/address.ts';
import { own } from '../view/names.ts';

interface FooterProps {
  /** Whether failures are being simulated; undefined if that is not possible. */
  isPanelOpen?: boolean;
}

/** The disclaimer, and the button for simulated failures. */
export const Footer = memo(function Footer({ isPanelOpen }: FooterProps) {
  return (
    <footer>
      <p>{m.independent()}</p>
      {isPanelOpen !== undefined && (
        <button
          type="button"
          className="plain no-print"
          aria-expanded={isPanelOpen}
          onClick={() => change({ [own.faults]: isPanelOpen ? undefined : 'none' })}
        >
          {m.faults()}
        </button>
      )}
    </footer>
  );
});
