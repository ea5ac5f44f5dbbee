import type { BackEnd } from '../api/config.ts';
import { m } from '../generated/messages/messages.js';
import { change } from '../view/address.ts';
import { type Fault, faults, own } from '../view/names.ts';

const labels: Partial<Record<Fault, () => string>> = {
  none: m.fault_none,
  slow: m.fault_slow,
  truncate: m.fault_truncate,
  offline: m.fault_offline,
};

interface FaultsPanelProps {
  fault: Fault;
  backEnd: BackEnd;
}

/** Simulates failures. */
export default function FaultsPanel({ fault, backEnd }: FaultsPanelProps) {
  const isReal = backEnd.backEnd === 'real';
  return (
    <aside className="faults card" aria-label={m.faults()}>
      <h2>{m.faults()}</h2>
      {isReal && <p className="hint">{m.faults_real()}</p>}
      <div className="choice">
        {faults
          .filter((one) => !isReal || one === 'none' || one === 'offline')
          .map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="faults"
                checked={fault === one}
                onChange={() => change({ [own.faults]: one })}
              />
              {labels[one]?.() ?? one}
            </label>
          ))}
      </div>
      <button type="button" className="plain" onClick={() => change({ [own.faults]: undefined })}>
        {m.close()}
      </button>
    </aside>
  );
}
