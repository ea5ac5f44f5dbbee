/**
 * The operation model of an OpenAPI 3.0, 3.1 or 3.2 contract: what its operations are, how parameters are
 * written, and what is wrong with a value. It runs in Node.js and in browsers and generates no code from
 * text.
 * @module
 */

export { makeMatchingText } from '../generate/pattern.ts';
export { type DecodedBody, decodeBody } from './body.ts';
export { checkParameterValue, checkParameterValues, type DecodedParameters } from './check-parameters.ts';
export {
  type CheckedRequest,
  checkRequest,
  checkRequestValues,
  checkValue,
  type RequestParts,
  sourceOf,
} from './check-request.ts';
export { Contract, operations, readContract } from './contract.ts';
export type { OpenApiVersion } from './document.ts';
export { ContractError } from './errors.ts';
export type { Finding, FindingPlace } from './finding.ts';
export { type JsonObject, type Path, refName, toPointer } from './json.ts';
export { matchPath, PathMatcher } from './match-path.ts';
export { essence, findMediaType, isJson, type ParsedMediaType, parseMediaType } from './media-type.ts';
export { nearest } from './nearest.ts';
export type {
  Example,
  Header,
  MediaType,
  Operation,
  Parameter,
  ParameterPlace,
  ParameterStyle,
  RequestBody,
  Response,
  Schema,
  SecurityRequirement,
  SecurityScheme,
  Server,
} from './operation.ts';
export { serverUrl } from './read-servers.ts';
export { compilePattern } from './schema/pattern.ts';
export type { Schemas } from './schema/schemas.ts';
export { checkSecurity } from './security.ts';
export { deserialize, type ParameterSource } from './style/deserialize.ts';
export { parseQuery, type QueryEntry } from './style/query.ts';
export type { Read } from './style/read-texts.ts';
export { serializeForm, serializeParameter } from './style/serialize.ts';
export {
  type ParameterValues,
  type SerializedParameters,
  serializeParameters,
} from './style/serialize-parameters.ts';
export type { UnknownParameters } from './unknown-parameters.ts';
