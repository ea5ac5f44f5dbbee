import type { Words } from './words.ts';

export const fr: Words = {
  groups: { added: 'Ajouts', changed: 'Modifications', deprecated: 'Dépréciations', removed: 'Suppressions' },
  document: 'Ensemble de l’API',
  part: {
    parameter: (name) => `paramètre ${name}`,
    requestBody: () => 'corps de la requête',
    response: (name) => `réponse ${name}`,
    header: (name) => `en-tête ${name}`,
    mediaType: (name) => name,
    property: (name) => name,
    component: (name) => `composant ${name}`,
    other: (name) => name,
  },
  separator: ', ',
  colon: '\u00a0: ',
  added: 'ajout',
  removed: 'suppression',
  changed: 'modification',
  deprecated: 'dépréciation',
  textChanged: 'texte modifié',
  changedFromTo: (before, after) => `${before} devient ${after}`,
  setTo: (after) => `défini à ${after}`,
  wasRemoved: (before) => `supprimé (valait ${before})`,
  breaking: 'incompatible',
  noChanges: 'L’API n’a pas changé.',
};
