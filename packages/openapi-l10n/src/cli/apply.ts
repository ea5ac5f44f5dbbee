import { readSource } from '../document/read.ts';
import { toText, writeWhole } from '../document/write.ts';
import { applyOverlay } from '../overlay/apply.ts';
import { readContract } from './contract.ts';
import { type Command, need } from './options.ts';

export const apply: Command = {
  args: '<contract> <overlay>…',
  summary: 'Apply overlays to a contract.',
  about:
    'Applies Overlay 1.0 and 1.1 documents, in the order given, and writes the result.\n' +
    'A target that selects nothing changes nothing, as the specification says; with --strict it is an error.',
  options: {
    output: {
      value: 'file',
      short: 'o',
      help: 'Output file; a name that ends in .json writes JSON. Default: YAML on standard output.',
    },
    format: { value: 'yaml|json', help: 'Format of standard output.' },
    strict: { help: 'Fail when a target selects nothing.' },
  },
  example: 'openapi-l10n apply openapi.yaml fr.overlay.yaml -o openapi.fr.json',
  async run(input, io) {
    const [contract = '', ...overlays] = need(input.args, ['contract', 'overlay'], true);
    let document = (await readContract(contract, io)).value;
    let code = 0;
    for (const file of overlays) {
      const overlay = await readSource(file);
      const applied = applyOverlay(document, overlay.value, { locate: overlay.locate });
      document = applied.document;
      const idle = applied.matches.flatMap((count, index) => (count === 0 ? [index] : []));
      const noted = [...applied.beyondVersion, ...idle];
      overlay.prepare(noted.map((index) => ['actions', index, 'target']));
      for (const index of applied.beyondVersion) {
        const { line, column } = overlay.locate(['actions', index, 'target']);
        io.err(
          `${file}:${line}:${column}: warning: the target is a primitive value, which overlays update from 1.1.0 on; write overlay: 1.1.0\n`,
        );
      }
      for (const index of idle) {
        const { line, column } = overlay.locate(['actions', index, 'target']);
        io.err(`${file}:${line}:${column}: the target selects nothing\n`);
        if (input.is('strict')) code = 1;
      }
    }
    if (code > 0) return code;
    const output = input.text('output');
    if (output) await writeWhole(output, toText(document, output));
    else io.out(toText(document, input.text('format') === 'json' ? 'out.json' : 'out.yaml'));
    return code;
  },
};
