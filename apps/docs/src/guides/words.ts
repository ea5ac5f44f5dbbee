import type { Language } from './contract.ts';

const en = {
  option: 'option',
  meaning: 'meaning',
  byDefault: 'default',
  parameter: 'parameter',
  identifier: 'identifier',
  label: 'name',
  unreleased: 'Not released yet',
  changes: { major: 'Breaking changes', minor: 'Additions', patch: 'Corrections' },
};

/** The headers of generated tables, in each language. */
export const words: Record<Language, typeof en> = {
  en,
  fr: {
    option: 'option',
    meaning: 'signification',
    byDefault: 'par défaut',
    parameter: 'paramètre',
    identifier: 'identifiant',
    label: 'nom',
    unreleased: 'Pas encore publié',
    changes: { major: 'Changements incompatibles', minor: 'Ajouts', patch: 'Corrections' },
  },
};
