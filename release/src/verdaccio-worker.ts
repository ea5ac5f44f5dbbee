import type { Server } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { runServer } from 'verdaccio';

// Typed as `any`; according to its documentation, a node:http server that does not listen yet.
const server = (await runServer(workerData)) as Server;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The registry did not get a port.');
  parentPort?.postMessage(`http://127.0.0.1:${address.port}/`);
});
