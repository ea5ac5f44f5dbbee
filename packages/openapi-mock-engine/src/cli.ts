import { runCommand } from './cli/command.ts';
import { engineCommand } from './cli/engine-command.ts';

await runCommand(engineCommand, process.argv.slice(2));
