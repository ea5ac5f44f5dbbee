import { mergeConfig } from 'vitest/config';
import base from '../../vitest.base.ts';

/** No test leaves anything behind, so that files can share a worker: the suite takes a third less time. */
export default mergeConfig(base, { test: { isolate: false } });
