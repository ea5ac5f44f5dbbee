import { maximumLength } from '../contract/parameters.ts';
import { parameters } from '../generated/contract.ts';
import { m } from '../generated/messages/messages.js';
import { useLocale } from '../i18n/context.ts';
import { parameterLabel } from '../i18n/names.ts';
import { change, endTyping } from '../view/address.ts';
import { own } from '../view/names.ts';
import { errorId, Field } from './field.tsx';

interface LengthFieldProps {
  value: string;
  /** The unit, as typed. */
  unit: string;
  error: string | undefined;
  docs: string | undefined;
  /** Shows more units than one call returns. */
  onRange(units: number): void;
}

const { name } = parameters.length;

/** How many units before the end one call returns. */
export function LengthField({ value, unit, error, docs, onRange }: LengthFieldProps) {
  const { format } = useLocale();
  const units = Number(value);
  const isTooLong = Number.isInteger(units) && units > maximumLength;
  const count = format.integer(units);
  return (
    <Field label={parameterLabel(name)} control={name} id={name} error={error} parameter={name} docs={docs}>
      <input
        id={name}
        type="text"
        inputMode="numeric"
        value={value}
        autoComplete="off"
        aria-invalid={error !== undefined}
        aria-describedby={errorId(name)}
        onChange={({ target }) =>
          change({ [name]: target.value, [own.zoom]: undefined, [own.page]: undefined }, { typing: name })
        }
        onBlur={endTyping}
      />
      {isTooLong && (
        <button type="button" className="plain" onClick={() => onRange(units)}>
          {unit === 'hour' ? m.as_range_hours({ count }) : m.as_range_days({ count })}
        </button>
      )}
    </Field>
  );
}
