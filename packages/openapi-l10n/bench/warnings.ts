/**
 * The findings that are warnings in pages, and the languages in which a rule only warns. Prints the table of the README.
 *
 *     node bench/warnings.ts
 */
import { doubtful } from '../src/languages/doubtful.ts';
import { choices } from '../src/rules/choices.ts';
import { ruleNames } from '../src/rules/index.ts';
import { proofs } from '../src/rules/proofs.ts';

console.log('| rule | is a warning in a page, and an error in a contract |');
console.log('| --- | --- |');
for (const { rule, what } of Object.values(choices)) console.log(`| \`${rule}\` | ${what} |`);
console.log();
console.log('| rule | is an error in a page; everything else that it finds there is a warning |');
console.log('| --- | --- |');
for (const { rule, what } of Object.values(proofs)) console.log(`| \`${rule}\` | ${what} |`);
const rows = ruleNames.flatMap((rule) => {
  const [contracts, pages] = [doubtful.contract[rule] ?? [], doubtful.page[rule] ?? []];
  return contracts.length + pages.length > 0
    ? [`| \`${rule}\` | ${contracts.join(', ') || 'none'} | ${pages.join(', ') || 'none'} |`]
    : [];
});
if (rows.length > 0) {
  console.log();
  console.log('| rule | only warns in contracts in | only warns in pages in |');
  console.log('| --- | --- | --- |');
  for (const row of rows) console.log(row);
}
