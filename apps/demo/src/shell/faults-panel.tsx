import type { BackEnd } from '../api/config.ts';
import { m } from '../generated/messages/messages.js';
import { change } from '../view/address.ts';
import { type Fault, faults } from '../view/fault.ts';
import { own } from '../view/view.ts';

const named: Partial<Record<Fault, () => string>> = {
  none: m.faults_none,
  slow: m.faults_slow,
  truncate: m.faults_truncate,
  offline: m.faults_offline,
};

/** Turns on one of the mock's faults, to see what the page makes of it. */
export default function FaultsPanel({ fault, backEnd }: { fault: Fault; backEnd: BackEnd }) {
  return (
    <aside className="faults card" aria-label={m.faults()}>
      <h2>{m.faults()}</h2>
      {backEnd.backEnd === 'real' && <p className="hint">{m.faults_real()}</p>}
      <div className="choice">
        {faults.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="fault"
              checked={fault === one}
              onChange={() => change({ [own.fault]: one }, 'replace')}
            />
            {named[one]?.() ?? one}
          </label>
        ))}
      </div>
      <button type="button" className="plain" onClick={() => change({ [own.fault]: undefined })}>
        {m.close()}
      </button>
    </aside>
  );
}
