/** Node.js, Deno and Bun: prints what came of it. The argument is where the mock is. */
import { smoke } from './smoke.js';

console.log(await smoke(globalThis.process.argv[2]));
