import type { Document } from '../document.ts';
import { ContractError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Schema } from '../operation.ts';
import type { Check, Direction, Report } from './check.ts';
import { Compiler } from './compiler.ts';
import { type Subject, toFinding } from './findings.ts';
import { Resources } from './resources.ts';
import { type Dialect, typesOf } from './scalar.ts';
import { expectation, type Vocabulary } from './words.ts';

/** Validates values with the schemas of one contract, and describes what they allow. */
export class Schemas {
  readonly #compilers: { readonly [direction in Direction | 'none']: Compiler };
  readonly #vocabulary: Vocabulary;
  /** Needed for each request, so cached. */
  readonly #types = new WeakMap<object, { types: ReadonlySet<string> | undefined }>();

  /** @param warn called with each keyword that cannot be checked */
  constructor(document: Document, warn: (warning: string) => void) {
    const dialect: Dialect = {
      isOpenApi30: document.version === '3.0',
      warn: (_schema, keyword, reason) => warn(`${keyword}: ${reason}, so it is not checked.`),
    };
    const resources = new Resources(document);
    const compiler = (direction?: Direction): Compiler =>
      new Compiler(document, resources, dialect, direction);
    this.#compilers = { request: compiler('request'), response: compiler('response'), none: compiler() };
    this.#vocabulary = { dialect, resolve: (schema) => this.#described(schema) };
  }

  /** The check of a schema as a function, for repeated use. */
  compile(schema: Schema, direction?: Direction): (value: unknown) => boolean {
    const check: Check = this.#compilers[direction ?? 'none'].compile(schema);
    return (value) => check(value, undefined, undefined);
  }

  /** Whether a value is valid. */
  isValid(schema: Schema, value: unknown, direction?: Direction): boolean {
    return this.#compilers[direction ?? 'none'].compile(schema)(value, undefined, undefined);
  }

  /** What is wrong with a value; empty if nothing is. */
  check(schema: Schema, value: unknown, subject: Subject, direction?: Direction): Finding[] {
    const check = this.#compilers[direction ?? 'none'].compile(schema);
    if (check(value, undefined, undefined)) return [];
    const report: Report = { problems: [] };
    check(value, undefined, report);
    const findings = report.problems.map((problem) => toFinding(problem, subject, this.#vocabulary));
    // Parts of an `allOf` may report the same problem.
    return findings.filter(
      ({ message }, index) => findings.findIndex((other) => other.message === message) === index,
    );
  }

  /** What a schema allows, in words that continue "Expected". */
  expectation(schema: Schema, example?: unknown): string {
    return expectation(schema, this.#vocabulary, example);
  }

  /** The keywords of a schema, with its references resolved; `{}` for `true` and `false`. */
  resolve(schema: unknown): JsonObject {
    return this.#compilers.none.resolve(schema);
  }

  /** The same for messages: an unresolved reference is left unchanged. */
  #described(schema: unknown): JsonObject {
    try {
      return this.resolve(schema);
    } catch (error) {
      if (error instanceof ContractError && isObject(schema)) return schema;
      throw error;
    }
  }

  /**
   * The JSON types that a schema allows, including its alternatives; `undefined` for any type. They decide
   * how a text in a URL is parsed.
   */
  types(schema: unknown, depth = 0): ReadonlySet<string> | undefined {
    if (typeof schema !== 'object' || schema === null) return undefined;
    const kept = this.#types.get(schema);
    if (kept !== undefined) return kept.types;
    const types = this.#findTypes(schema, depth);
    this.#types.set(schema, { types });
    return types;
  }

  #findTypes(schema: object, depth: number): ReadonlySet<string> | undefined {
    const node = this.resolve(schema);
    const declared = typesOf(node, this.#vocabulary.dialect.isOpenApi30);
    if (declared !== undefined) return new Set(declared);
    if (depth > 8) return undefined;
    const values = Array.isArray(node.enum)
      ? node.enum
      : Object.hasOwn(node, 'const')
        ? [node.const]
        : undefined;
    if (values !== undefined) return new Set(values.map(typeName));
    for (const keyword of ['oneOf', 'anyOf']) {
      const branches = node[keyword];
      if (!Array.isArray(branches)) continue;
      const types = branches.map((branch) => this.types(branch, depth + 1));
      if (types.some((some) => some === undefined)) return undefined;
      return new Set(types.flatMap((some) => [...(some ?? [])]));
    }
    if (Array.isArray(node.allOf)) {
      for (const part of node.allOf) {
        const types = this.types(part, depth + 1);
        if (types !== undefined) return types;
      }
    }
    if (isObject(node.properties)) return new Set(['object']);
    return node.items === undefined ? undefined : new Set(['array']);
  }

  /** The properties of a schema, including those of `allOf` and of its alternatives. */
  properties(schema: unknown, depth = 0): ReadonlyMap<string, Schema> {
    const node = this.resolve(schema);
    const found = new Map<string, Schema>();
    if (depth > 8) return found;
    for (const keyword of ['allOf', 'oneOf', 'anyOf']) {
      const parts = node[keyword];
      if (!Array.isArray(parts)) continue;
      for (const part of parts)
        for (const [name, property] of this.properties(part, depth + 1)) found.set(name, property);
    }
    if (isObject(node.properties)) {
      for (const [name, property] of Object.entries(node.properties)) {
        if (isObject(property) || typeof property === 'boolean') found.set(name, property);
      }
    }
    return found;
  }

  /** The schema of the items of an array. */
  items(schema: unknown): Schema {
    const { items } = this.resolve(schema);
    return isObject(items) || typeof items === 'boolean' ? items : true;
  }
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}
