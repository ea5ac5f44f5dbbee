/** Prepares the input of the site: the client reference as Markdown, and the mock as one file for browsers. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

rmSync(at('generated'), { recursive: true, force: true });
const built = await rolldown({ input: at('src/mock.ts'), platform: 'browser', logLevel: 'warn' });
await built.write({ file: at('generated/mock.js'), format: 'es', minify: true });
await built.close();

// Uses the settings of the client, with another output format.
const client = fileURLToPath(new URL('.', import.meta.resolve('@session-series/client/package.json')));
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const { entryPoints, tsconfig, ...settings } = read(`${client}typedoc.json`);
const options = {
  ...settings,
  ...read(at('typedoc.markdown.json')),
  plugin: ['typedoc-plugin-markdown'],
  tsconfig: client + tsconfig,
  entryPoints: entryPoints.map((entry: string) => client + entry),
  out: at('generated/client-reference'),
};
writeFileSync(at('generated/typedoc.json'), JSON.stringify(options, null, 2));
execFileSync('typedoc', ['--options', at('generated/typedoc.json')], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
// It contains paths of this machine.
rmSync(at('generated/typedoc.json'));
