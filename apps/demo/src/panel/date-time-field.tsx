import { type InputHTMLAttributes, useRef, useState } from 'react';
import { m } from '../generated/messages/messages.js';
import { isoDateTime, parseTyped, type WrittenTime } from '../series/wall-time.ts';

interface DateTimeFieldProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'id' | 'aria-label' | 'aria-invalid' | 'aria-describedby'
  > {
  /** A date-time, with an offset or without, or whatever else stands in the address. */
  value: string;
  /** Time of a date that is typed without one. */
  bareDate: string;
  /** Gets a date-time, an empty text, or, once the field is left, a text that is no date-time. */
  onWrite(text: string, time: WrittenTime | undefined): void;
}

/**
 * A date and time as text, with the browser's own picker beside it. The browser's field would write its language
 * into the page, and would not tell what is wrong.
 */
export function DateTimeField({ value, bareDate, onWrite, ...attributes }: DateTimeFieldProps) {
  // While it is typed, the text stays as it is typed.
  const [draft, setDraft] = useState<string>();
  const picker = useRef<HTMLInputElement>(null);
  const time = parseTyped(value, bareDate);
  const local = time ? isoDateTime(time.wall) : '';
  const write = (text: string) => onWrite(text.trim(), parseTyped(text, bareDate));
  return (
    <div className="date-time">
      <input
        {...attributes}
        type="text"
        value={draft ?? (time ? local.replace('T', ' ') : value)}
        placeholder={m.date_time_shape()}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => {
          setDraft(target.value);
          if (target.value === '' || parseTyped(target.value, bareDate)) write(target.value);
        }}
        onBlur={() => {
          if (draft !== undefined) write(draft);
          setDraft(undefined);
        }}
      />
      <button
        type="button"
        className="icon"
        aria-label={m.pick_date()}
        onClick={() => picker.current?.showPicker()}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4" />
        </svg>
      </button>
      <input
        ref={picker}
        className="picker"
        type="datetime-local"
        step={1}
        tabIndex={-1}
        aria-hidden="true"
        value={local}
        onChange={({ target }) => write(target.value)}
      />
    </div>
  );
}
