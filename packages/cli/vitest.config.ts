import { mergeConfig } from 'vitest/config';
import base from '../../vitest.base.ts';

export default mergeConfig(base, {
  // Many tests start processes, one after the other, and one file installs versions of Node.js.
  test: { testTimeout: 180_000, hookTimeout: 600_000 },
});
