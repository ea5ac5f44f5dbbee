/**
 * A mock of any OpenAPI contract with responses that follow the request.
 * @module
 */
export type { Coverage, OperationCoverage } from './coverage/counter.ts';
export { coverageLcov, coverageTable } from './coverage/report.ts';
export { FaultSyntaxError, parseFaults } from './faults/parse.ts';
export type { Handler, HandlerAnswer, HandlerRefusal, HandlerRequest, Handlers } from './handler.ts';
export type { RequestFilter } from './log/request-log.ts';
export { Mock } from './mock.ts';
export { ContractError, type UnknownParameters } from './model/index.ts';
export type { LoggedRequest, MockOptions } from './options.ts';
export type { EngineChoice } from './prism/guard.ts';
export type { TlsFiles } from './server/listen.ts';
export { createMockServer, ListenError, type RunningMock, type ServerOptions } from './server/start.ts';
export { printOperations } from './types/print-operations.ts';
export {
  defineHandlers,
  type HandlerOf,
  type HandlersOf,
  type TypedAnswer,
  type TypedRequest,
} from './types/typed-handler.ts';
