import { m } from '../generated/messages/messages.js';
import { change } from '../view/address.ts';
import { own } from '../view/view.ts';

/** Whose page this is, and the way to simulated failures. */
export function Footer({ isPanelOpen }: { isPanelOpen: boolean }) {
  return (
    <footer>
      <p>{m.independent()}</p>
      <button
        type="button"
        className="plain no-print"
        aria-expanded={isPanelOpen}
        onClick={() => change({ [own.faults]: isPanelOpen ? undefined : 'none' })}
      >
        {m.faults()}
      </button>
    </footer>
  );
}
