import type { Named } from '../api/catalogue.ts';
import type { ParameterName } from '../contract/parameters.ts';
import { m } from '../generated/messages/messages.js';
import { parameterLabel } from '../i18n/names.ts';
import { change, endTyping } from '../view/address.ts';
import { own } from '../view/names.ts';
import { errorId, Field } from './field.tsx';

interface ListFieldProps {
  parameter: ParameterName;
  /** At least one; an empty text means all. */
  values: readonly string[];
  error: string | undefined;
  docs: string | undefined;
  /** Identifiers with their names; undefined when they are unknown. */
  known: readonly Named[] | undefined;
  /** True when figures for an unknown identifier are made up. */
  isSimulated: boolean;
  /** Shown in an empty field. */
  all: string;
  /** The label of the button that adds one. */
  add: string;
}

/** Several identifiers, one line in the chart each, with buttons for known ones. */
export function ListField({ parameter, values, error, docs, known, isSimulated, all, add }: ListFieldProps) {
  const blank = { [own.zoom]: undefined, [own.page]: undefined };
  const write = (next: readonly string[], how: Parameters<typeof change>[1]) =>
    change({ ...blank, [parameter]: next.length === 1 && next[0] === '' ? undefined : next }, how);
  const addEmpty = () => {
    write([...values, ''], 'push');
    // The new field is there once the change is rendered.
    requestAnimationFrame(() => document.getElementById(`${parameter}-${values.length}`)?.focus());
  };
  const label = parameterLabel(parameter);
  const nameOf = (id: string) => known?.find((one) => one.id === id)?.name;
  const left = known?.filter(({ id }) => !values.includes(id)) ?? [];
  // A known one replaces an empty field. To compare with all, add an empty field.
  const choose = (id: string) =>
    write(values.at(-1) === '' ? [...values.slice(0, -1), id] : [...values, id], 'push');
  return (
    <Field
      label={label}
      control={`${parameter}-0`}
      id={parameter}
      error={error}
      parameter={parameter}
      docs={docs}
    >
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field keeps its place while it is typed in
        <div key={index}>
          <div className="entry">
            <input
              id={`${parameter}-${index}`}
              aria-label={index === 0 ? undefined : m.nth_identifier({ name: label, number: index + 1 })}
              type="text"
              value={value}
              placeholder={all}
              autoComplete="off"
              spellCheck={false}
              aria-describedby={`${parameter}-note-${index} ${errorId(parameter)}`}
              onChange={({ target }) =>
                write(values.with(index, target.value), { typing: `${parameter}-${index}` })
              }
              onBlur={endTyping}
            />
            {(values.length > 1 || value !== '') && (
              <button
                type="button"
                className="icon"
                aria-label={m.remove_identifier({ name: value || all })}
                onClick={() => write(values.length > 1 ? values.toSpliced(index, 1) : [''], 'push')}
              >
                ×
              </button>
            )}
          </div>
          <p className="hint" id={`${parameter}-note-${index}`}>
            {value !== '' &&
              known &&
              (nameOf(value) ?? (
                <span className="unknown">
                  {isSimulated ? m.unknown_simulated() : m.unknown_identifier()}
                </span>
              ))}
          </p>
        </div>
      ))}
      <div className={known || !isSimulated ? 'chips' : 'chips awaited'}>
        {left.map(({ id, name }) => (
          <button key={id} type="button" className="chip" translate="no" onClick={() => choose(id)}>
            + {name}
          </button>
        ))}
        <button type="button" className="plain" onClick={addEmpty}>
          {add}
        </button>
      </div>
    </Field>
  );
}
