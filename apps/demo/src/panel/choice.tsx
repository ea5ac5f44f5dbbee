interface ChoiceProps<Value extends string> {
  name: string;
  options: readonly { value: Value; label: string }[];
  value: string;
  onChoose(value: Value): void;
}

/** Radio buttons side by side in one frame. */
export function Choice<Value extends string>({ name, options, value, onChoose }: ChoiceProps<Value>) {
  return (
    <div className={options.length > 4 ? 'choice' : 'choice row'}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChoose(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
