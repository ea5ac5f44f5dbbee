#!/usr/bin/env node
import { exitCodes } from '../exit-codes.ts';
import { reportErrors } from '../main.ts';
import { runTap } from '../singer/tap.ts';
import { runProcess } from './process.ts';

await runProcess((args, context) =>
  reportErrors(args, context, async () => {
    await runTap(args, context);
    return exitCodes.ok;
  }),
);
