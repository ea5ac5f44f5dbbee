import { parameters } from '../generated/contract.ts';
import { unitLabel } from '../i18n/names.ts';
import { change } from '../view/address.ts';
import { own } from '../view/view.ts';
import { Field } from './field.tsx';

const { name, schema } = parameters.unit;

/** The contract's values of `unit`, side by side. */
export function UnitField({ value, error }: { value: string; error: string | undefined }) {
  return (
    <Field parameter={name} error={error}>
      <div className="choice">
        {schema.enum.map((unit) => (
          <label key={unit}>
            <input
              type="radio"
              name={name}
              value={unit}
              checked={value === unit}
              onChange={() => change({ [name]: unit, [own.zoom]: undefined })}
            />
            {unitLabel[unit]()}
          </label>
        ))}
      </div>
    </Field>
  );
}
