import { main } from './cli/main.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is not a fault.
process.stdout.on('error', (error) => {
  if (Reflect.get(error, 'code') !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  colour: process.stdout.isTTY === true && !process.env['NO_COLOR'],
});
