import { parameters } from '../generated/contract.ts';
import { m } from '../generated/messages/messages.js';
import { isoDateTime, offsetMinutes, parseEndingAt } from '../series/wall-time.ts';
import { change } from '../view/address.ts';
import { own } from '../view/view.ts';
import { DateTimeField } from './date-time-field.tsx';
import { errorId, Field } from './field.tsx';

const { name } = parameters.ending_at;

/** Offsets in use in the world, as the contract recommends to write them. */
const offsets = (
  '-12:00 -11:00 -10:00 -09:30 -09:00 -08:00 -07:00 -06:00 -05:00 -04:00 -03:30 -03:00 -02:00 ' +
  '-01:00 Z +01:00 +02:00 +03:00 +03:30 +04:00 +04:30 +05:00 +05:30 +05:45 +06:00 +06:30 ' +
  '+07:00 +08:00 +08:45 +09:00 +09:30 +10:00 +10:30 +11:00 +12:00 +12:45 +13:00 +14:00'
).split(' ');

/** The end of the series: a local date-time and the offset whose days and hours are counted; empty means now. */
export function EndingAtField({ value, error }: { value: string | undefined; error: string | undefined }) {
  const time = value === undefined ? undefined : parseEndingAt(value);
  const offset = time && time.offset !== '' ? time.offset : 'Z';
  const listed = offsets.find((known) => offsetMinutes(known) === offsetMinutes(offset)) ?? offset;
  const write = (text: string | undefined) => change({ [name]: text, [own.zoom]: undefined }, 'replace');
  return (
    <Field parameter={name} control={name} error={error}>
      <div className="ending">
        <DateTimeField
          id={name}
          value={value ?? ''}
          bareDate="23:59:59"
          aria-invalid={error !== undefined}
          aria-describedby={errorId(name)}
          onWrite={(text, written) =>
            write(
              written
                ? `${isoDateTime(written.wall)}${written.offset || listed}`
                : text === ''
                  ? undefined
                  : text,
            )
          }
        />
        <select
          aria-label={m.field_offset()}
          value={listed}
          disabled={!time}
          onChange={(event) => time && write(`${isoDateTime(time.wall)}${event.target.value}`)}
        >
          {[...new Set([...offsets, listed])].map((zone) => (
            <option key={zone} value={zone}>
              {zone === 'Z' ? 'UTC' : `UTC${zone.replace('-', '−')}`}
            </option>
          ))}
        </select>
      </div>
      <p className="hint">
        {value === undefined ? (
          m.ending_now()
        ) : (
          <button
            type="button"
            className="plain"
            onClick={() => change({ [name]: undefined, [own.zoom]: undefined })}
          >
            {m.back_to_now()}
          </button>
        )}
      </p>
    </Field>
  );
}
