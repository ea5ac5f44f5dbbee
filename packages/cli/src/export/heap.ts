import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the memory of an export flat. It holds about 15 MB and makes much garbage: left to itself, the engine gives new objects ever
 * more room, and lets some 150 MB of garbage gather before it collects it. A heap this small is collected faster by one thread.
 */
export function saveMemory(): void {
  const flags = ['--semi-space-growth-factor=1', '--heap-growing-percent=50', '--no-parallel-scavenge'];
  for (const flag of flags) setFlagsFromString(flag);
}
