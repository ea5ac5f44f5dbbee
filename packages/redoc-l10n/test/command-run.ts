import { main } from '../src/cli/main.ts';
import { scratch } from './scratch.ts';

/** A small valid description. */
export const description = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1.0.0', description: 'Text.\n\n## Keys\n\nText.' },
  paths: { '/pets': { get: { summary: 'List pets', responses: { 200: { description: 'The pets.' } } } } },
};

/** A folder with the description, in which the command runs. It is removed with `folder[Symbol.dispose]()`. */
export function commandFolder() {
  const folder = scratch();
  const file = (name: string, content: unknown) => folder.write(name, content);

  async function run(...argv: string[]) {
    let [stdout, stderr] = ['', ''];
    const code = await main(argv, {
      out: (text) => {
        stdout += text;
      },
      err: (text) => {
        stderr += text;
      },
      isTerminal: false,
    });
    return { code, stdout, stderr: stderr.replaceAll(folder.folder, '<folder>') };
  }

  return { folder, file, good: file('good.json', description), out: folder.at('site'), run };
}
