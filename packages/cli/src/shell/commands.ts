import type { CommandSpec } from '../command-line/command.ts';
import { doctorCommand } from '../connection/doctor.ts';
import { profileCommands } from '../connection/profile-commands.ts';
import type { Context } from '../context.ts';
import { exportCommand } from '../export/command.ts';
import { getCommand } from '../get/get.ts';
import { mcpCommand } from '../mcp/command.ts';
import { mockCommand } from '../mock-command.ts';
import { completionCommand } from './completion.ts';
import { manCommand } from './man-page.ts';

/** All commands, in the order of help. */
export function allCommands(context: Context): CommandSpec[] {
  const commands = [
    getCommand(context),
    exportCommand(context),
    doctorCommand(context),
    ...profileCommands(context),
    mockCommand(context),
    mcpCommand(context),
    completionCommand(context),
  ];
  return [...commands, manCommand(commands, context)];
}
