/** How grave a finding is: only errors make `check` fail. */
export type Severity = 'error' | 'warn';
