import { parameters } from '../generated/contract.ts';
import { m } from '../generated/messages/messages.js';
import { parameterLabel } from '../i18n/names.ts';
import { offsetSeconds } from '../time/clock.ts';
import { isoDateTime, parseDateTime } from '../time/written-time.ts';
import { change } from '../view/address.ts';
import { own } from '../view/names.ts';
import { wire } from '../view/view.ts';
import { DateTimeField } from './date-time-field.tsx';
import { errorId, Field } from './field.tsx';

const { name } = parameters.ending_at;

/** The UTC offsets in use, in the recommended form. */
const offsets = (
  '-12:00 -11:00 -10:00 -09:30 -09:00 -08:00 -07:00 -06:00 -05:00 -04:00 -03:30 -03:00 -02:00 ' +
  '-01:00 Z +01:00 +02:00 +03:00 +03:30 +04:00 +04:30 +05:00 +05:30 +05:45 +06:00 +06:30 ' +
  '+07:00 +08:00 +08:45 +09:00 +09:30 +10:00 +10:30 +11:00 +12:00 +12:45 +13:00 +14:00'
).split(' ');

interface EndingAtFieldProps {
  value: string | undefined;
  /** Kept in the URL together with the end, since a single call needs both. */
  length: string;
  error: string | undefined;
  docs: string | undefined;
}

/** The end of one call: a local date-time and the offset whose days and hours are counted; empty means now. */
export function EndingAtField({ value, length, error, docs }: EndingAtFieldProps) {
  const time = value === undefined ? undefined : parseDateTime(value);
  const offset = time && time.offset !== '' ? time.offset : 'Z';
  const listed = offsets.find((known) => offsetSeconds(known) === offsetSeconds(offset)) ?? offset;
  const write = (text: string | undefined) =>
    change(
      { [wire.length]: length, [name]: text, [own.zoom]: undefined, [own.page]: undefined },
      { typing: name },
    );
  return (
    <Field label={parameterLabel(name)} control={name} id={name} error={error} parameter={name} docs={docs}>
      <div className="ending">
        <DateTimeField
          id={name}
          value={value ?? ''}
          precision="seconds"
          aria-invalid={error !== undefined}
          aria-describedby={errorId(name)}
          onWrite={(text, written) => {
            const typed = text === '' ? undefined : text;
            write(written ? `${isoDateTime(written.wall)}${written.offset || listed}` : typed);
          }}
        />
        <select
          aria-label={m.field_offset()}
          value={listed}
          disabled={!time}
          onChange={({ target }) =>
            time && change({ [name]: `${isoDateTime(time.wall)}${target.value}`, [own.zoom]: undefined })
          }
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
            onClick={() => change({ [wire.length]: length, [name]: undefined, [own.zoom]: undefined })}
          >
            {m.back_to_now()}
          </button>
        )}
      </p>
    </Field>
  );
}
