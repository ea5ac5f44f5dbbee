import { createMockFetch as create } from '@session-series/mock/browser';

/** The mock of this API, for requests from the pages. */
export const createMockFetch = (): typeof fetch => create();
