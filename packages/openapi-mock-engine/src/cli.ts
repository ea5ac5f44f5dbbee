import { reportError, runCommand } from './cli/command.ts';
import { engineCommand } from './cli/engine-command.ts';
import { writeTypes } from './cli/write-types.ts';

const [first, ...rest] = process.argv.slice(2);
if (first === 'types') await writeTypes(rest).catch((error: unknown) => reportError(engineCommand, error));
else await runCommand(engineCommand, process.argv.slice(2));
