import { checkMarkdown, type RuleName } from '../src/index.ts';
import { read, type Trial } from './corpus.ts';
import { mutators } from './mutators.ts';

/** Every correct pair, unchanged and with each possible fault. */
export async function mutations(): Promise<Trial[]> {
  const list = (await read('right-pairs.yaml')) as { source: string; right: string }[]; // our own file
  const trial = (name: string, source: string, text: string, wanted: RuleName | undefined): Trial => ({
    name,
    wanted,
    findings: () => checkMarkdown(source, text, { language: 'fr' }),
  });
  return list.flatMap(({ source, right }) => [
    trial(right, source, right, undefined),
    ...Object.entries(mutators).flatMap(([name, { rule, break: faults }]) =>
      faults(right).map((text) => trial(`${name}: ${differingLine(right, text)}`, source, text, rule)),
    ),
  ]);
}

function differingLine(right: string, broken: string): string {
  const lines = right.split('\n');
  return broken.split('\n').find((line, index) => line !== lines[index]) ?? 'the end is missing';
}
