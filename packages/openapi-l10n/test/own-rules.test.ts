import { expect, test } from 'vitest';
import { sarif } from '../src/format/sarif.ts';
import { check, checkMarkdown, type OwnRule, parseSource } from '../src/index.ts';
import { contract, overlay } from './run.ts';

const animals: OwnRule = {
  severity: 'warn',
  *check({ translation, language }) {
    const found = /animaux/i.exec(translation);
    if (found)
      yield { message: `“animaux” in ${language}`, help: 'Write “bêtes”.', offset: found.index, length: 7 };
  },
};

test('a rule of the project checks every text of a contract, and reports the place of each finding', () => {
  const findings = check(parseSource(contract, 'openapi.yaml'), parseSource(overlay, 'fr.yaml'), {
    ownRules: { animals },
  });
  expect(findings).toMatchObject([
    {
      rule: 'animals',
      severity: 'warn',
      message: '“animaux” in fr',
      place: { line: 6, column: 22 },
      pointer: '/info/title',
    },
    { rule: 'animals', place: { line: 9, column: 40 }, length: 7 },
  ]);
});

test('a rule of the project gets the sentences without code, and its findings appear in SARIF', () => {
  const seen: string[][] = [];
  const prose: OwnRule = {
    severity: 'error',
    *check({ sourceProse, translationProse }) {
      seen.push([...sourceProse], [...translationProse]);
      yield { message: 'no', help: 'none' };
    },
  };
  const findings = checkMarkdown('Send `a`.', 'Envoyez `a`.', { language: 'fr', ownRules: { prose } });
  expect(seen).toEqual([['Send  .'], ['Envoyez  .']]);
  expect(JSON.parse(sarif(findings)).runs[0].results).toMatchObject([{ ruleId: 'prose', level: 'error' }]);
});
