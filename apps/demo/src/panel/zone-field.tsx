import { useState } from 'react';
import { m } from '../generated/messages/messages.js';
import { isZone, localZone, utcOffset } from '../time/clock.ts';
import { change, endTyping } from '../view/address.ts';
import { own } from '../view/names.ts';
import { remember } from '../view/remembered.ts';
import { errorId, Field } from './field.tsx';

interface ZoneFieldProps {
  /** As in the address, or the reader's own. */
  value: string;
  error: string | undefined;
}

/** The IANA time zone of days and hours. The choice is remembered in this browser. */
export function ZoneField({ value, error }: ZoneFieldProps) {
  // The long list is created when the field is first used.
  const [names, setNames] = useState<readonly string[]>([]);
  const mine = localZone();
  const write = (zone: string) => {
    if (isZone(zone)) remember('zone', zone === mine ? undefined : zone);
    change({ [own.zone]: zone === mine ? undefined : zone, [own.zoom]: undefined }, { typing: own.zone });
  };
  return (
    <Field label={m.field_zone()} control="zone" id="zone" error={error}>
      <input
        id="zone"
        type="text"
        list="zones"
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={errorId('zone')}
        onFocus={() => setNames(['UTC', ...Intl.supportedValuesOf('timeZone')])}
        onChange={({ target }) => write(target.value)}
        onBlur={endTyping}
      />
      <datalist id="zones">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {error === undefined && (
        <p className="hint">
          <span translate="no">{utcOffset(value, Date.now() / 1000)}</span>
          {value !== mine && (
            <>
              {' · '}
              <button type="button" className="plain" onClick={() => write(mine)}>
                {m.own_zone({ zone: mine })}
              </button>
            </>
          )}
        </p>
      )}
    </Field>
  );
}
