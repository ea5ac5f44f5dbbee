/** Failures that can be simulated. A number is the status of the mock's answer. */
export const faults = [
  'none',
  '400',
  '401',
  '403',
  '429',
  '500',
  '503',
  'slow',
  'truncate',
  'offline',
] as const;

export type Fault = (typeof faults)[number];

export const isFault = (text: string): text is Fault => faults.some((known) => known === text);
