import { spa } from 'stopword';
import type { LanguageModule } from './types.ts';

/** Spanish. Spain writes 1.500,5 and Mexico 1,500.5: without a region, both are accepted. */
export function spanish(tag: string): LanguageModule {
  return tag === 'es'
    ? { ...SPANISH, groupSeparators: ['.', ',', ' ', '\u00A0', '\u202F'], decimalSeparators: [',', '.'] }
    : SPANISH;
}

const SPANISH: LanguageModule = {
  stopWords: [
    ...spa,
    ...'es son está están ser cada si cuando puede debe si sin más entre hasta también'.split(' '),
  ],
  numberWords: {
    cero: 0,
    ninguno: 0,
    ninguna: 0,
    un: 1,
    uno: 1,
    una: 1,
    único: 1,
    única: 1,
    primer: 1,
    primero: 1,
    primera: 1,
    dos: 2,
    ambos: 2,
    ambas: 2,
    doble: 2,
    segundo: 2,
    tres: 3,
    tercer: 3,
    tercero: 3,
    tercera: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
    quince: 15,
    veinte: 20,
    treinta: 30,
    sesenta: 60,
    cien: 100,
    ciento: 100,
  },
  countedUnits: ['hora'],
  unitArticles: /(?<!\p{L})(?:por|una|cada)$/u,
  units: { año: 'year', años: 'year', 'por ciento': 'percent' },
  dateWords: ['de', 'del'],
  qualifiers: 'primeros primeras últimos últimas próximos siguientes',
  endings: '(?:e?s)?',
  headerWords: 'encabezados?|cabeceras?',
};
