import { parentPort, workerData } from 'node:worker_threads';
import { createApp } from 'turborepo-remote-cache';

const { folder, token }: { folder: string; token: string } = workerData;
const app = createApp({
  logger: false,
  configOverrides: {
    TURBO_TOKEN: token,
    STORAGE_PROVIDER: 'local',
    STORAGE_PATH: folder,
    STORAGE_PATH_USE_TMP_FOLDER: false,
  },
});
parentPort?.postMessage(await app.listen({ host: '127.0.0.1', port: 0 }));
