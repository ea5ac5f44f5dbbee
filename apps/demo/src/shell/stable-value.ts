import { useRef } from 'react';

/**
 * Memoizes a value while its inputs are identical. Unlike `useMemo`, the number of inputs may
 * change.
 */
export function useStableValue<T>(inputs: readonly unknown[], make: () => T): T {
  const kept = useRef<{ inputs: readonly unknown[]; value: T }>(null);
  const isSame =
    kept.current?.inputs.length === inputs.length &&
    kept.current.inputs.every((input, index) => Object.is(input, inputs[index]));
  if (!kept.current || !isSame) kept.current = { inputs, value: make() };
  return kept.current.value;
}
