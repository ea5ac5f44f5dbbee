/** The mock of a site that brings none of its own: it answers with the examples of the description. */
export { createMockFetch } from 'openapi-mock-engine/browser';
