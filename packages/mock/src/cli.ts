#!/usr/bin/env node
import { runCommand } from 'openapi-mock-engine/command';
import { command } from './cli/command.ts';

await runCommand(command, process.argv.slice(2));
