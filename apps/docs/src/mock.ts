import { createMockFetch as create } from '@session-series/mock/browser';

/** The mock of this API, which answers the requests that are sent from the pages. */
export const createMockFetch = (): typeof fetch => create();
