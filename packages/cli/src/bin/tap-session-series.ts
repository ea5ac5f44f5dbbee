#!/usr/bin/env node
import { tap } from '../singer/tap.ts';
import { runProcess } from './process.ts';

await runProcess(tap);
