import type { Words } from './words.ts';

export const en: Words = {
  groups: { added: 'Added', changed: 'Changed', deprecated: 'Deprecated', removed: 'Removed' },
  document: 'The whole API',
  part: {
    parameter: (name) => `parameter ${name}`,
    requestBody: () => 'request body',
    response: (name) => `response ${name}`,
    header: (name) => `header ${name}`,
    mediaType: (name) => name,
    property: (name) => name,
    component: (name) => `component ${name}`,
    other: (name) => name,
  },
  separator: ', ',
  colon: ': ',
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  deprecated: 'deprecated',
  textChanged: 'text changed',
  changedFromTo: (before, after) => `changed from ${before} to ${after}`,
  setTo: (after) => `set to ${after}`,
  wasRemoved: (before) => `removed (was ${before})`,
  breaking: 'breaking',
  noChanges: 'The API did not change.',
};
