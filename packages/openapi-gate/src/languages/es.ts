import type { Words } from './words.ts';

export const es: Words = {
  groups: { added: 'Añadido', changed: 'Modificado', deprecated: 'Obsoleto', removed: 'Eliminado' },
  document: 'Toda la API',
  part: {
    parameter: (name) => `parámetro ${name}`,
    requestBody: () => 'cuerpo de la petición',
    response: (name) => `respuesta ${name}`,
    header: (name) => `cabecera ${name}`,
    mediaType: (name) => name,
    property: (name) => name,
    component: (name) => `componente ${name}`,
    other: (name) => name,
  },
  separator: ', ',
  colon: ': ',
  added: 'añadido',
  removed: 'eliminado',
  changed: 'modificado',
  deprecated: 'obsoleto',
  textChanged: 'texto modificado',
  changedFromTo: (before, after) => `pasa de ${before} a ${after}`,
  setTo: (after) => `fijado en ${after}`,
  wasRemoved: (before) => `eliminado (era ${before})`,
  breaking: 'incompatible',
  noChanges: 'La API no ha cambiado.',
};
