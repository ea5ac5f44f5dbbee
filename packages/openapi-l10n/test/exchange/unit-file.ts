import type { Unit } from '../../src/exchange/unit.ts';

/** A unit of a translator's file, with default values. */
export const unit = (more: Partial<Unit>): Unit => ({
  id: '/info/title',
  source: 'Pets',
  target: 'Animaux',
  state: 'translated',
  previous: undefined,
  markdown: true,
  note: 'info › title',
  ...more,
});

/** A file of some units. */
export const fileOf = (units: readonly Unit[]) => ({
  original: 'openapi.yaml',
  sourceLanguage: 'en',
  targetLanguage: 'fr-CA',
  units,
});
