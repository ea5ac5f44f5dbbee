import { isUnit, secondsOf } from '../contract/parameters.ts';
import { parameters } from '../generated/contract.ts';
import { m } from '../generated/messages/messages.js';
import { useTongue } from '../i18n/context.ts';
import { isoDateTime } from '../series/wall-time.ts';
import { change } from '../view/address.ts';
import { own, type View, wire } from '../view/view.ts';
import { DateTimeField } from './date-time-field.tsx';
import { errorId, Field } from './field.tsx';

interface LengthFieldProps {
  view: View;
  last: number;
  error: string | undefined;
}

const { name, schema } = parameters.length;

/** How long the period is: a number of units as the contract has it, or a first day from which the client cuts a range. */
export function LengthField({ view, last, error }: LengthFieldProps) {
  const { format } = useTongue();
  const isRange = view.from !== undefined;
  const chooseRange = () => {
    const units = Number(view.length) || schema.maximum;
    const first = last - (units - 1) * (isUnit(view.unit) ? secondsOf[view.unit] : 0);
    change({ [own.from]: isoDateTime(first).slice(0, 16), [wire.length]: undefined, [own.zoom]: undefined });
  };
  return (
    <Field parameter={name} error={error}>
      <div className="choice">
        <label>
          <input
            type="radio"
            name="mode"
            checked={!isRange}
            onChange={() => change({ [own.from]: undefined, [own.zoom]: undefined })}
          />
          {m.mode_length()}
        </label>
        <label>
          <input type="radio" name="mode" checked={isRange} onChange={chooseRange} />
          {m.mode_range()}
        </label>
      </div>
      {isRange ? (
        <DateTimeField
          aria-label={m.field_from()}
          value={view.from ?? ''}
          bareDate="00:00"
          aria-invalid={error !== undefined}
          aria-describedby={errorId(name)}
          onWrite={(text, written) =>
            change(
              { [own.from]: written ? isoDateTime(written.wall).slice(0, 16) : text, [own.zoom]: undefined },
              'replace',
            )
          }
        />
      ) : (
        <input
          type="number"
          inputMode="numeric"
          aria-label={m.field_length()}
          min={schema.minimum}
          max={schema.maximum}
          value={view.length}
          aria-invalid={error !== undefined}
          aria-describedby={errorId(name)}
          onChange={(event) =>
            change({ [wire.length]: event.target.value, [own.zoom]: undefined }, 'replace')
          }
        />
      )}
      {!isRange && Number(view.length) > schema.maximum && (
        <button type="button" className="plain" onClick={chooseRange}>
          {m.as_range({ count: format.integer(Number(view.length)) })}
        </button>
      )}
    </Field>
  );
}
