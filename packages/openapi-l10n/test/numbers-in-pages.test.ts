import { expect, test } from 'vitest';
import { checkMarkdown } from '../src/index.ts';

const errors = (source: string, translation: string, language: string) =>
  checkMarkdown(source, translation, { language, rules: { number: 'error' }, kind: 'contract' }).filter(
    ({ severity }) => severity === 'error',
  );

test.each([
  ['zh-CN', 'Required if sceneType is 2.', 'sceneType=2 时必填'],
  ['es', 'We help you 24/7.', 'Le ayudamos 24/7.'],
  ['ko', 'See [Day21](day21.md) here.', '[Day 21](day21.md) 보기.'],
  ['ja', 'See [Day16](day16.md) here.', '[16日目](day16.md)を見る。'],
  ['pl', 'It has 2.5 billion users.', 'Ma 2,5 miliarda użytkowników.'],
  ['es', 'See 5,6,7 here.', 'Vea 5, 6 y 7 aquí.'],
  ['ko', 'It has 144 million users.', '사용자가 1억 4,400만 명입니다.'],
  ['ja', 'It has 144 million users.', '1億4,400万人のユーザーがいます。'],
  ['de', 'It has 40,000 users.', 'Es hat 40’000 Nutzer.'],
  ['de', 'It began on 4/21/21.', 'Es begann am 21.04.2021.'],
  ['pt-BR', 'It is 7,200,000 (120 min).', 'É 7,200,000 (120 min).'],
])('in %s, the numbers of "%s" are right or at most a warning in: %s', (language, source, translation) => {
  expect(errors(source, translation, language)).toEqual([]);
});

test.each([
  ['zh-CN', 'It has 50,000 users.', '有50万用户。'],
  ['ko', 'It has 144 million users.', '사용자가 1억 4,500만 명입니다.'],
  ['de', 'It has 40,000 users.', 'Es hat 41’000 Nutzer.'],
  ['de', 'It began on 4/21/21.', 'Es begann am 22.04.2021.'],
  ['fr', 'It is a single 60-minute session.', 'C’est une seule session de 60 heures.'],
  ['fr', 'Use Java 25 or 21.', 'Utilisez Java 26 ou 21.'],
])('in %s, a number of "%s" is wrong in: %s', (language, source, translation) => {
  expect(errors(source, translation, language)).toMatchObject([{ rule: 'number' }]);
});

test('a unit that differs is an error, though another paragraph has the wrong one', () => {
  const source = 'It waits 30 minutes.\n\nIt stops after 30 seconds.';
  expect(errors(source, 'Il attend 30 minutes.\n\nIl s’arrête après 30 minutes.', 'fr')).toMatchObject([
    { rule: 'number', place: { line: 3 } },
  ]);
});
