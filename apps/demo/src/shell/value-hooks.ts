import { useEffect, useRef, useState } from 'react';

/** The value after it has not changed for a while; the initial value immediately. */
export function useDebouncedValue<T>(value: T, milliseconds: number): T {
  const [debounced, setDebounced] = useState(value);
  useEffect(() => {
    if (debounced === value) return undefined;
    const timer = setTimeout(() => setDebounced(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, debounced, milliseconds]);
  return debounced;
}

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
