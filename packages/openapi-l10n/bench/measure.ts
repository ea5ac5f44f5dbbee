/**
 * Runs one command in a separate process, and prints its time in ms, the processor time of all its threads in ms, and the
 * peak of its memory in MB as JSON. The command `parse` only parses the JSON file: the limit of all others.
 */
import { readFileSync } from 'node:fs';
import { main } from '../src/cli/main.ts';

const quiet = { out: () => {}, err: () => {}, colour: false };
const [name, file = '', ...others] = process.argv.slice(2);
const [start, before] = [performance.now(), process.cpuUsage()];
const code =
  name === 'parse'
    ? Number(JSON.parse(readFileSync(file, 'utf8')) === undefined)
    : await main([name ?? '', ...(file === '' ? [] : [file, ...others])], quiet);
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    code,
    ms: performance.now() - start,
    processorMs: (user + system) / 1000,
    megabytes: process.resourceUsage().maxRSS / 2 ** 10,
  }),
);
