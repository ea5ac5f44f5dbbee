import { type Document, place } from '../document.ts';
import { ContractError } from '../errors.ts';
import { isObject, type JsonObject, textAt } from '../json.ts';
import { applicatorChecks } from './applicators.ts';
import { arrayChecks } from './array.ts';
import { always, type Check, type Direction, every } from './check.ts';
import { unevaluatedChecks } from './evaluated.ts';
import { objectChecks } from './object.ts';
import type { Resources, Scope } from './resources.ts';
import { type Dialect, fail, scalarChecks } from './scalar.ts';

/** How many references may be chained. */
const deepest = 2_000;

/** Compiles schemas of one document to functions, each when it is first needed. No code is generated from text. */
export class Compiler {
  readonly document: Document;
  readonly dialect: Dialect;
  readonly resources: Resources;
  readonly #direction: Direction | undefined;
  /** By schema, then by the resources that `$dynamicRef` searches. */
  readonly #compiled = new WeakMap<object, Map<string, Check>>();
  #depth = 0;

  constructor(document: Document, resources: Resources, dialect: Dialect, direction: Direction | undefined) {
    this.document = document;
    this.resources = resources;
    this.dialect = dialect;
    this.#direction = direction;
  }

  /** The check of a schema. @throws ContractError if a reference cannot be resolved, when the check is first used */
  compile(schema: unknown, scope: Scope = this.resources.root): Check {
    if (schema === false)
      return (value, at, report) => {
        if (report !== undefined) fail(report, at, 'false', {}, value);
        return false;
      };
    if (!isObject(schema)) return always;
    const inner = this.resources.enter(schema, scope);
    this.resources.remember(schema, inner);
    const byScope = this.#compiled.get(schema) ?? new Map<string, Check>();
    this.#compiled.set(schema, byScope);
    const kept = byScope.get(inner.key);
    if (kept !== undefined) return kept;
    // A recursive schema uses this until it is compiled.
    let compiled: Check | undefined;
    const later: Check = (value, at, report) => (compiled ?? always)(value, at, report);
    byScope.set(inner.key, later);
    compiled = this.#build(schema, inner);
    byScope.set(inner.key, compiled);
    return compiled;
  }

  /** The target of a reference, and its scope. */
  follow(schema: JsonObject, scope: Scope): { node: unknown; scope: Scope } | undefined {
    const ref = textAt(schema, '$ref');
    if (ref !== undefined) return this.resources.find(ref, scope);
    const dynamic = textAt(schema, '$dynamicRef');
    return dynamic === undefined ? undefined : this.resources.findDynamic(dynamic, scope);
  }

  #build(schema: JsonObject, scope: Scope): Check {
    const { isOpenApi30 } = this.dialect;
    const refs = this.#references(schema, scope);
    // In OpenAPI 3.0, siblings of a reference are ignored.
    if (isOpenApi30 && typeof schema.$ref === 'string') return every(refs);
    const compile = (node: unknown): Check => this.compile(node, scope);
    const check = every([
      ...refs,
      ...scalarChecks(schema, this.dialect),
      ...arrayChecks(schema, compile),
      ...objectChecks(schema, compile, this.dialect, (property) => this.#isOptional(property, scope)),
      ...applicatorChecks(schema, compile, (node) => this.resolve(node, scope)),
      ...unevaluatedChecks(schema, scope, this),
    ]);
    if (!isOpenApi30 || schema.nullable !== true) return check;
    return (value, at, report) => value === null || check(value, at, report);
  }

  #references(schema: JsonObject, scope: Scope): Check[] {
    const checks: Check[] = [];
    for (const keyword of ['$ref', '$dynamicRef'] as const) {
      const ref = textAt(schema, keyword);
      if (ref === undefined) continue;
      // Resolved and compiled on first use: a contract may have thousands of unused schemas.
      let target: Check | undefined;
      checks.push((value, at, report) => {
        if (target === undefined) {
          const found =
            keyword === '$ref' ? this.resources.find(ref, scope) : this.resources.findDynamic(ref, scope);
          target = this.compile(found.node, found.scope);
        }
        this.#depth += 1;
        try {
          if (this.#depth > deepest) {
            throw new ContractError(
              `${place(ref)}: the schema refers to itself without end, or the value is nested too deeply.`,
            );
          }
          return target(value, at, report);
        } finally {
          this.#depth -= 1;
        }
      });
    }
    return checks;
  }

  /** The keywords of a schema, with its references resolved. */
  resolve(schema: unknown, scope: Scope = this.resources.scopeOf(schema)): JsonObject {
    let current = { node: schema, scope };
    for (let step = 0; step < deepest; step += 1) {
      if (!isObject(current.node)) return {};
      const inner = this.resources.enter(current.node, current.scope);
      const next = this.follow(current.node, inner);
      if (next === undefined) {
        // Compiling stores the scopes of its schemas, which the caller resolves next.
        if (inner !== this.resources.root) this.compile(current.node, current.scope);
        return current.node;
      }
      current = next;
    }
    return {};
  }

  /** A property of the other direction, which `required` does not apply to here. */
  #isOptional(property: unknown, scope: Scope): boolean {
    if (this.#direction === undefined || property === undefined) return false;
    const keyword = this.#direction === 'request' ? 'readOnly' : 'writeOnly';
    if (isObject(property) && property[keyword] === true) return true;
    return this.resolve(property, scope)[keyword] === true;
  }
}
