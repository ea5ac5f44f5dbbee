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

const warned = (source: string, translation: string, language: string) =>
  checkMarkdown(source, translation, { language }).filter(({ rule }) => rule === 'number');

test.each([
  ['es', 'The icon is 24px wide.', 'El icono mide 24em de ancho.', '24', 'em'],
  ['de', 'We have done so for 40+ years.', 'Das machen wir seit 40+ Monaten.', '40', 'month'],
  ['ru', 'It needs 6 GiB of memory.', 'Нужно 6 МиБ памяти.', '6', 'mebibyte'],
  ['ko', 'The limit is 12MB (by default).', '제한은 12GB(기본값)입니다.', '12', 'gigabyte'],
  ['zh-CN', 'It waits 0 seconds.', '它等待 0 分钟。', '0', 'minute'],
  ['ja', 'It is kept for three days.', '3時間保存されます。', '3', 'hour'],
  ['ko', 'It takes about an hour.', '약 1개월이 걸립니다.', '1', 'month'],
  ['ko', 'It began in 2012.', '2012개월에 시작했습니다.', '2012', 'month'],
  ['ja', 'It needs `4GB` of memory.', 'メモリは `4MB` 必要です。', '4', 'megabyte'],
  ['it', 'Use `wait 5 seconds` here.', 'Qui si usa `attendi 5 minuti`.', '5', 'minute'],
])('in %s, the unit of "%s" is reported in: %s', (language, source, translation, figure, unit) => {
  expect(warned(source, translation, language)).toMatchObject([
    { message: expect.stringContaining(`The translation has “${figure}” (${unit}) where`) },
  ]);
});

test.each([
  ['pt-BR', 'There are 20 in 10 rows.', 'Há 20 em 10 linhas.'],
  ['es', 'The icon is 24px wide.', 'El icono mide 24 px de ancho.'],
  ['ru', 'It needs 6 GiB of memory.', 'Нужно 6 ГиБ памяти.'],
  ['ja', 'It is kept for three days.', '3日間保存されます。'],
  ['ko', 'It takes about an hour.', '약 1시간이 걸립니다.'],
  ['ko', 'It began in 2012.', '2012년에 시작했습니다.'],
  ['de', 'It stops after a minute.', 'Es endet nach 60 Sekunden.'],
  ['it', 'Use `wait 5 seconds` here.', 'Qui si usa `attendi 5 secondi`.'],
])('in %s, the unit of "%s" is right in: %s', (language, source, translation) => {
  expect(warned(source, translation, language)).toEqual([]);
});

test('a unit that differs is reported, though the page has the same figure without a unit elsewhere', () => {
  const source = 'It keeps 7 days of logs.\n\nThis is for level 7.';
  expect(warned(source, 'Il garde 7 mois de journaux.\n\nLe niveau 7 est requis.', 'fr')).toMatchObject([
    { place: { line: 1 } },
  ]);
});
