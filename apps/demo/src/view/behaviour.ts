/** Faults that the hidden panel can turn on. A number is the status that the mock is to answer. */
export const behaviours = [
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

export type Behaviour = (typeof behaviours)[number];

export const isBehaviour = (text: string): text is Behaviour => behaviours.some((known) => known === text);
