import type { RuleName } from '../src/index.ts';
import { each, outsideCode, target, within } from './break-text.ts';

/** One kind of fault in a translation, and the rule that must report it. */
interface Mutator {
  rule: RuleName;
  /** All variants of a text with one such fault. */
  break(text: string): string[];
}

const accent: Readonly<Record<string, string>> = { a: 'à', e: 'é', i: 'î', o: 'ô', u: 'ù', c: 'ç' };
const swap = (word: string) => `${word.slice(0, 1)}${word.charAt(2)}${word.charAt(1)}${word.slice(3)}`;

const ENGLISH: Readonly<Record<string, string>> = {
  'Lire une série': 'Read a series',
  Clés: 'Keys',
  Heures: 'Times',
  Identifiants: 'Identifiers',
  Limites: 'Limits',
  Erreurs: 'Errors',
  Exportations: 'How to export',
};

/** The faults of real translations of documentation. */
export const mutators: Readonly<Record<string, Mutator>> = {
  'a name gains an accent': {
    rule: 'protected-term',
    break: within(
      'codeSpans',
      each(/(?<=[a-z_/])[aeiouc](?=[a-z_]*`)/g, (letter) => accent[letter] ?? letter),
    ),
  },
  'a name gains a capital': {
    rule: 'protected-term',
    break: within(
      'codeSpans',
      each(/(?<=`)[a-z]/g, (letter) => letter.toUpperCase()),
    ),
  },
  'a name gains a space': {
    rule: 'protected-term',
    break: within(
      'codeSpans',
      each(/_|-(?=[A-Za-z])/g, () => ' '),
    ),
  },
  'a name loses its backticks': {
    rule: 'protected-term',
    break: within('codeSpans', (span) => [span.slice(1, -1)]),
  },
  'a name is translated': { rule: 'protected-term', break: within('codeSpans', () => ['`chien`']) },
  'a name is doubled': { rule: 'protected-term', break: within('codeSpans', (span) => [`${span} ${span}`]) },
  'letters of a host are swapped': {
    rule: 'protected-term',
    break: each(/(?<=[a-z] )rest\.iad-01\.braze\.com/g, swap),
  },
  'a host loses a letter after a dot': {
    rule: 'protected-term',
    break: each(/(?<=[a-z] rest\.iad-01\.braze)\.com/g, () => '. om'),
  },
  'digits are swapped': {
    rule: 'number',
    break: outsideCode(
      each(/(?<![\d.#-])\d\d(?!\d|\. )/g, (pair) =>
        pair[0] === pair[1] ? `${pair}0` : `${pair[1]}${pair[0]}`,
      ),
    ),
  },
  'a number gains a digit': {
    rule: 'number',
    break: outsideCode(each(/\d+(?=[\s\u00A0,](?:\p{L}|$|\d{3}))/gu, (digits) => `${digits}7`)),
  },
  'a number is written as another': {
    rule: 'number',
    break: outsideCode(each(/(?<=[ \u00A0])\d+(?=[ \u00A0]\p{L})/gu, () => '3333')),
  },
  'hours become days': {
    rule: 'number',
    break: outsideCode(each(/(?<=\d\u00A0)(?:heures?|secondes?|minutes?)/g, () => 'jours')),
  },
  'kilobytes become megabytes': { rule: 'number', break: outsideCode(each(/(?<=\d\u00A0)ko/g, () => 'Mo')) },
  'another month': { rule: 'number', break: outsideCode(each(/juin|mars/g, () => 'juillet')) },
  'the path of a link is changed': {
    rule: 'link',
    break: within(
      'links',
      target((url) => url.replace(/\/(\w)/, '/guia/$1')),
    ),
  },
  'a letter of a link is lost': {
    rule: 'link',
    break: within(
      'links',
      target((url) => url.slice(0, 9) + url.slice(10)),
    ),
  },
  'the anchor of a link is lost': {
    rule: 'link',
    break: within(
      'links',
      target((url) => url.replace(/#.*/, '')),
    ),
  },
  'a link becomes text': {
    rule: 'link',
    break: each(/(?<!!)\[([^\]!]+)\]\([^)]+\)/g, (link) => link.slice(1, link.indexOf(']'))),
  },
  'a key in a block is translated': {
    rule: 'code',
    break: within(
      'codeBlocks',
      each(/(?<=["\s{])(?:message|data|time|unit|length|sessions)(?=["\s]*:)/g, () => 'mensaje'),
    ),
  },
  'a value in a block is translated': {
    rule: 'code',
    break: within(
      'codeBlocks',
      each(/success|day/g, () => 'succès'),
    ),
  },
  'a point in a block is lost': {
    rule: 'code',
    break: within(
      'codeBlocks',
      each(/(?<=\w)\.(?=\w)/g, () => '. '),
    ),
  },
  'a space in a block is lost': {
    rule: 'code',
    break: within(
      'codeBlocks',
      each(/(?<=[:,]) /g, () => ''),
    ),
  },
  'the language of a block is lost': { rule: 'code', break: each(/(?<=```)[a-z]+/g, () => '') },
  'a placeholder is translated': {
    rule: 'code',
    break: each(/(?<=\{)(?:app_identifier|id|limit|offset)(?=\})/g, () => 'identifiant'),
  },
  'a heading is demoted': { rule: 'structure', break: each(/^#+ /gm, (signs) => `#${signs}`) },
  'a heading becomes text': { rule: 'structure', break: each(/^#+ /gm, () => '') },
  'a paragraph is joined to the next': {
    rule: 'structure',
    break: each(/(?<=[.!])\n\n(?=[A-ZÉ])/g, () => ' '),
  },
  'an alert of Liquid is translated': { rule: 'structure', break: each(/(?<=% )alert/g, () => 'alerte') },
  'an alert is translated': { rule: 'structure', break: each(/(?<=\[!)WARNING/g, () => 'ATTENTION') },
  'a cell is emptied': {
    rule: 'structure',
    break: each(/(?<=\| )(?:non|champ|nom|sens|exemple|en-tête|requis)(?= \|)/g, () => ''),
  },
  'a list is numbered': {
    rule: 'structure',
    break: (text) => [text.replaceAll(/^[*-] /gm, '1. ')].filter((changed) => changed !== text),
  },
  'a list item is inserted': {
    rule: 'structure',
    break: each(/^(?:[*-]|1\.) (?=.)/gm, (sign) => `${sign}Encore\n${sign}`),
  },
  'a heading is left in English': {
    rule: 'untranslated',
    break: each(
      /(?<=^#+ )(?:Lire une série|Clés|Heures|Identifiants|Limites|Erreurs|Exportations)$/gm,
      (heading) => ENGLISH[heading] ?? heading,
    ),
  },
  'a sentence is left in English': {
    rule: 'untranslated',
    break: outsideCode(each(/(?<=\.) (?=\n|$)|(?<=[.!])$/gm, () => ' Do not use this in a browser.')),
  },
  'a straight apostrophe': { rule: 'typography', break: outsideCode(each(/’/g, () => "'")) },
  'a breaking space before a sign': {
    rule: 'typography',
    break: outsideCode(each(/\u00A0(?=[;!%])/g, () => ' ')),
  },
  'no space before a sign': { rule: 'typography', break: outsideCode(each(/\u00A0(?=[;!%])/g, () => '')) },
};
