/** The entry point for Node.js, Deno and Bun: prints the result. The argument is the URL of the mock. */
import { smoke } from './smoke.js';

console.log(await smoke(globalThis.process.argv[2]));
