import { type ReadJob, type ReadResult, readSources } from './read-sources.ts';
import { asThread } from './thread.ts';

await asThread<ReadJob, never, ReadResult>(readSources);
