import type { Words } from './words.ts';

export const de: Words = {
  groups: { added: 'Neu', changed: 'Geändert', deprecated: 'Veraltet', removed: 'Entfernt' },
  document: 'Gesamte API',
  part: {
    parameter: (name) => `Parameter ${name}`,
    requestBody: () => 'Request-Body',
    response: (name) => `Antwort ${name}`,
    header: (name) => `Header ${name}`,
    mediaType: (name) => name,
    property: (name) => name,
    component: (name) => `Komponente ${name}`,
    other: (name) => name,
  },
  separator: ', ',
  colon: ': ',
  added: 'neu',
  removed: 'entfernt',
  changed: 'geändert',
  deprecated: 'veraltet',
  textChanged: 'Text geändert',
  changedFromTo: (before, after) => `von ${before} auf ${after} geändert`,
  setTo: (after) => `auf ${after} gesetzt`,
  wasRemoved: (before) => `entfernt (war ${before})`,
  breaking: 'inkompatibel',
  noChanges: 'Die API hat sich nicht geändert.',
};
