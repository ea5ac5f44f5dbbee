interface ChoiceProps<Value extends string> {
  name: string;
  options: readonly { value: Value; label: string }[];
  value: string;
  onChoose(value: Value): void;
}

/** Radio buttons side by side in one frame. */
export function Choice<Value extends string>({ name, options, value, onChoose }: ChoiceProps<Value>) {
  return (
    <div className="choice" data-columns={Math.min(options.length, options.length > 4 ? 3 : 4)}>
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
