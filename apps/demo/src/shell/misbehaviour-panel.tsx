import type { BackEnd } from '../api/config.ts';
import { m } from '../generated/messages/messages.js';
import { change } from '../view/address.ts';
import { type Behaviour, behaviours } from '../view/behaviour.ts';
import { own } from '../view/view.ts';

const named: Partial<Record<Behaviour, () => string>> = {
  none: m.misbehave_none,
  slow: m.misbehave_slow,
  truncate: m.misbehave_truncate,
  offline: m.misbehave_offline,
};

/** Turns on one of the mock's faults, to see what the page makes of it. */
export default function MisbehaviourPanel({
  behaviour,
  backEnd,
}: {
  behaviour: Behaviour;
  backEnd: BackEnd;
}) {
  return (
    <aside className="misbehaviour card" aria-label={m.misbehave()}>
      <h2>{m.misbehave()}</h2>
      {backEnd.backEnd === 'real' && <p className="hint">{m.misbehave_real()}</p>}
      <div className="choice">
        {behaviours.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="misbehave"
              checked={behaviour === one}
              onChange={() => change({ [own.misbehave]: one }, 'replace')}
            />
            {named[one]?.() ?? one}
          </label>
        ))}
      </div>
      <button type="button" className="plain" onClick={() => change({ [own.misbehave]: undefined })}>
        {m.close()}
      </button>
    </aside>
  );
}
