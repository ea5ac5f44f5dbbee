/**
 * Builds sites of a growing number of operations in two languages, and measures time and memory: `node bench/growth.ts`.
 * Then it edits one operation of the largest, in YAML, and measures how long a preview takes to show that.
 *
 * The operations are those of a description, repeated under other paths: `node bench/growth.ts openapi.yaml 250 500 1000`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { preview } from '../src/index.ts';
import { grown } from './grown.ts';
import { pseudoOverlay } from './pseudo.ts';

const [file = fileURLToPath(import.meta.resolve('growth-contract/growth.openapi.yaml')), ...counts] =
  process.argv.slice(2);
const sizes = counts.length > 0 ? counts.map(Number) : [250, 500, 1000];
const folder = mkdtempSync(join(tmpdir(), 'redoc-l10n-bench-'));
const bin = fileURLToPath(new URL('../bin/redoc-l10n.js', import.meta.url));
// The process reports its own peak when it ends, its threads included.
const report = `data:text/javascript,process.on("exit",()=>process.stderr.write("usage "+JSON.stringify(process.resourceUsage())+"\\n"))`;

console.log(`${file}, ${availableParallelism()} cores, Node.js ${process.version}`);
for (const size of sizes) {
  const { description, overlay } = write(size);
  const started = performance.now();
  const build = spawn(
    process.execPath,
    ['--import', report, bin, 'build', description, '--overlay', overlay, '--out', join(folder, 'site')],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let errors = '';
  build.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const [code] = await once(build, 'close');
  if (code !== 0) throw new Error(errors);
  const seconds = (performance.now() - started) / 1000;
  const usage: NodeJS.ResourceUsage = JSON.parse(/^usage (.*)$/m.exec(errors)?.[1] ?? '');
  const megabytes = usage.maxRSS / 1024;
  const bytes = readFileSync(description).length / 1e6;
  console.log(
    `${size} operations (${bytes.toFixed(1)} MB): ${seconds.toFixed(1)} s, ${((1000 * seconds) / size).toFixed(0)} ms each, ${megabytes.toFixed(0)} MB`,
  );
}
await measureEdit(sizes.at(-1) ?? 0);
rmSync(folder, { recursive: true });

function write(size: number): { description: string; overlay: string } {
  const document = grown(file, size);
  const description = join(folder, `openapi.${size}.yaml`);
  const overlay = join(folder, 'fr.overlay.yaml');
  writeFileSync(description, stringify(document, { aliasDuplicateObjects: false }));
  writeFileSync(overlay, JSON.stringify(pseudoOverlay(document, 'fr')));
  return { description, overlay };
}

/** The time from saving a file until the changed page is served, which a reader of the preview waits for. */
async function measureEdit(size: number): Promise<void> {
  const { description, overlay } = write(size);
  const running = await preview(async () => ({ description, overlays: [overlay] }), {
    port: 0,
    onError: raise,
  });
  const events = (await fetch(new URL('_reload', running.url))).body?.getReader();
  const times: number[] = [];
  const cpu: number[] = [];
  const text = readFileSync(description, 'utf8');
  const index = await (await fetch(`${running.url}en/`)).text();
  const [, first = ''] = /class="tag-list"><h3[^>]*><a href="([^"#]*)/.exec(index) ?? [];
  const page = new URL(`en/${first}`, running.url);
  await (await fetch(page)).text();
  for (let run = 1; run <= 5; run++) {
    const started = performance.now();
    const used = process.cpuUsage();
    writeFileSync(
      description,
      text.replace(/^( {4}summary|( {6})summary): /m, (found) => `${found}Edit ${run} `),
    );
    for (let received = ''; !received.includes('changed'); )
      received += new TextDecoder().decode((await events?.read())?.value);
    const shown = await (await fetch(page)).text();
    if (!shown.includes(`Edit ${run} `)) throw new Error(`${page.href} does not show the edit.`);
    times.push(Math.round(performance.now() - started));
    const { user, system } = process.cpuUsage(used);
    cpu.push(Math.round((user + system) / 1000));
  }
  await running.close();
  const middle = (list: readonly number[]) => list.toSorted((a, b) => a - b)[2];
  console.log(
    `An edit of one of ${size} operations shows after ${middle(times)} ms, ${middle(cpu)} ms of processor time`,
  );
}

function raise(message: string): never {
  throw new Error(message);
}
