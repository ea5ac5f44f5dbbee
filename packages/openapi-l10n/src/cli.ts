import { main } from './cli/main.ts';

// A reader such as `head` may close the pipe early, which is not an error.
process.stdout.on('error', (error) => {
  if (Reflect.get(error, 'code') !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  ...(process.stderr.isTTY
    ? { progress: (text: string) => void process.stderr.write(`\r\u001B[K${text}`) }
    : {}),
  colour: process.stdout.isTTY === true && !process.env['NO_COLOR'],
});
