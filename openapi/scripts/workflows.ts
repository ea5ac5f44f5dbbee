/**
 * Runs `workflows.arazzo.yaml` against a server: `pnpm workflows http://127.0.0.1:4010`.
 *
 * The first argument is the base URL of the mock or of an instance of the real API. The key is read from the environment
 * variable `SESSION_SERIES_API_KEY`, never from the command line, which other users can see; the report masks it.
 * Exit codes: 0 all checks passed, 1 a check failed, 2 the base URL or the key is missing.
 */
import { spawnSync } from 'node:child_process';
import { fromPackageRoot } from './package-files.ts';

const [baseUrl, ...rest] = process.argv.slice(2);
const { SESSION_SERIES_API_KEY: key } = process.env;

if (!baseUrl || !URL.canParse(baseUrl)) {
  console.error(
    `The base URL is ${baseUrl ? `"${baseUrl}"` : 'missing'}. Expected the address of a server, such as http://127.0.0.1:4010.`,
  );
  process.exitCode = 2;
} else if (!key) {
  console.error(
    'The key is missing. Set SESSION_SERIES_API_KEY; the mock accepts any text, the real API a REST API key.',
  );
  process.exitCode = 2;
} else {
  const server = `contract=${baseUrl.replace(/\/$/, '')}`;
  const { status, error } = spawnSync(
    'redocly',
    ['respect', 'workflows.arazzo.yaml', '-S', server, ...rest],
    {
      cwd: fromPackageRoot('.'),
      env: { ...process.env, REDOCLY_CLI_RESPECT_INPUT: JSON.stringify({ key }) },
      stdio: 'inherit',
      // On Windows, only a shell finds the command's .cmd file.
      shell: process.platform === 'win32',
    },
  );
  if (error) console.error(`redocly did not start: ${error.message}`);
  process.exitCode = status ?? 1;
}
