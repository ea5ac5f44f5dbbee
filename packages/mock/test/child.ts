import { fileURLToPath } from 'node:url';
import { CliProcess as EngineProcess } from '../../openapi-mock-engine/test/support/cli-process.ts';

/** The built command line of this mock, in a separate process. */
export class CliProcess extends EngineProcess {
  override get script(): string {
    return fileURLToPath(new URL('../dist/cli.js', import.meta.url));
  }
}
