/** The default mock of a site, which answers with the examples of the description. */
export { createMockFetch } from 'openapi-mock-engine/browser';
