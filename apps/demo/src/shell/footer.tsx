import { m } from '../generated/messages/messages.js';
import { change } from '../view/address.ts';
import { own } from '../view/view.ts';

interface FooterProps {
  /** Whether failures are being simulated; undefined where they cannot be. */
  isPanelOpen?: boolean;
}

/** Whose page this is, and the way to simulated failures. */
export function Footer({ isPanelOpen }: FooterProps) {
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
}
