import { mergeConfig } from 'vitest/config';
import base from '../../vitest.base.ts';

/** No test leaves state behind, so files can share a worker, which makes the suite a third faster. */
export default mergeConfig(base, { test: { isolate: false } });
