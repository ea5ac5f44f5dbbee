import { type InputHTMLAttributes, useRef, useState } from 'react';
import { m } from '../generated/messages/messages.js';
import { isoDateTime, parseTyped, type WrittenTime } from '../time/written-time.ts';
import { endTyping } from '../view/address.ts';

interface DateTimeFieldProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'id' | 'aria-label' | 'aria-invalid' | 'aria-describedby'
  > {
  /** A date, a date-time with or without an offset, or any invalid text in the URL. */
  value: string;
  /** `date` leaves the time out. */
  precision: 'date' | 'seconds';
  /** Called with a date-time, an empty text or, on blur, an invalid text. */
  onWrite(text: string, time: WrittenTime | undefined): void;
}

/** The time of a date typed without one: the end of the day. */
const bareDate = '23:59:59';

/**
 * A text field for a date, with or without time, next to the browser's picker. The browser's own field would use its
 * own language, and would not explain errors.
 */
export function DateTimeField({ value, precision, onWrite, ...attributes }: DateTimeFieldProps) {
  // The text while it is being typed.
  const [draft, setDraft] = useState<string>();
  const picker = useRef<HTMLInputElement>(null);
  const time = parseTyped(value, bareDate);
  const isDate = precision === 'date';
  const local = time ? isoDateTime(time.wall).slice(0, isDate ? 10 : 19) : '';
  const write = (text: string) => onWrite(text.trim(), parseTyped(text, bareDate));
  return (
    <div className="date-time">
      <input
        {...attributes}
        type="text"
        value={draft ?? (time ? local.replace('T', ' ') : value)}
        placeholder={isDate ? m.date_shape() : m.date_time_shape()}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => {
          setDraft(target.value);
          if (target.value === '' || parseTyped(target.value, bareDate)) write(target.value);
        }}
        onBlur={() => {
          if (draft !== undefined) write(draft);
          setDraft(undefined);
          endTyping();
        }}
      />
      <button
        type="button"
        className="icon"
        aria-label={isDate ? m.choose_date() : m.choose_date_time()}
        onClick={() => picker.current?.showPicker()}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4" />
        </svg>
      </button>
      <input
        ref={picker}
        className="picker"
        type={isDate ? 'date' : 'datetime-local'}
        {...(!isDate && { step: 1 })}
        tabIndex={-1}
        aria-hidden="true"
        value={local}
        onChange={({ target }) => write(target.value)}
      />
    </div>
  );
}
