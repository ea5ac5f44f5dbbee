import { header, type MockRequest } from '../message.ts';
import { type Contract, nearest } from '../model/index.ts';
import { fraction, hashText, mix } from '../random.ts';
import { type Directive, type Fault, FaultSyntaxError, parseFaults } from './parse.ts';

/** The faults for one request. */
export interface Plan {
  /** Milliseconds to wait before answering. */
  delay: number;
  /** Answer with this status instead. */
  status?: number;
  fault?: Fault;
  /** What is wrong with the directives of the request itself. */
  finding?: string;
}

const nothing: Plan = { delay: 0 };

/** The maximum number of sequences from headers that are remembered. */
const keptSequences = 1_000;

/** The active faults. Rates are drawn from the seed, so the same requests get the same faults. */
export class Faults {
  readonly #key: number;
  #directives: readonly Directive[] = [];
  #text = '';
  #drawn = 0;
  /** The position in each sequence; those of the `X-Mock-Faults` header by their request. */
  readonly #steps = new Map<Directive | string, number>();

  /** @throws FaultSyntaxError */
  constructor(seed: number, text = '') {
    this.#key = mix(seed ^ 0x7f4a7c15);
    this.set(text);
  }

  /** The active directives, as written. */
  get text(): string {
    return this.#text;
  }

  /** The budget of requests that the directives set, if they do. */
  get limit(): { requests: number; window: number | undefined } | undefined {
    return this.#directives.find((directive) => directive.kind === 'limit');
  }

  /** @throws FaultSyntaxError if a directive is for an operation that the contract does not have */
  check({ operations }: Contract): void {
    const ids = operations.map(({ id }) => id);
    const named = this.#directives.flatMap(({ operationId }) => operationId ?? []);
    const stray = named.find((id) => !ids.includes(id));
    if (stray === undefined) return;
    const suggestion = nearest(stray, ids);
    throw new FaultSyntaxError(
      `${JSON.stringify(stray)} is not an operation of the contract.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`}`,
    );
  }

  /** Activates other directives, from their first step and the first draw. @throws FaultSyntaxError */
  set(text: string): void {
    this.#directives = parseFaults(text);
    this.#text = text;
    this.#drawn = 0;
    this.#steps.clear();
  }

  /** Decides on the next request. Directives of its own are in its header `X-Mock-Faults`. */
  plan(operationId: string | undefined, request: MockRequest): Plan {
    const extra = header(request, 'x-mock-faults');
    if (extra === undefined && this.#directives.length === 0) return nothing;
    const plan: Plan = { delay: 0 };
    for (const directive of this.#directives) {
      if (directive.operationId === undefined || directive.operationId === operationId)
        this.#apply(directive, plan, directive);
    }
    let own: readonly Directive[];
    try {
      own = parseFaults(extra ?? '');
    } catch (error) {
      if (error instanceof FaultSyntaxError) return { delay: 0, finding: `X-Mock-Faults: ${error.message}` };
      throw error;
    }
    if (own.some(({ kind }) => kind === 'limit'))
      return {
        delay: 0,
        finding: 'X-Mock-Faults: a limit is for all requests. Expected it in the faults of the mock.',
      };
    for (const [index, directive] of own.entries()) {
      if (directive.operationId !== undefined && directive.operationId !== operationId) continue;
      if (this.#steps.size > keptSequences) this.#steps.clear();
      this.#apply(directive, plan, sequenceKey(request, index));
    }
    return plan;
  }

  #apply(directive: Directive, plan: Plan, key: Directive | string): void {
    if (directive.kind === 'limit') return;
    if (directive.kind === 'sequence') {
      const position = this.#steps.get(key) ?? 0;
      this.#steps.set(key, position + 1);
      const step = directive.steps[position] ?? 'ok';
      if (typeof step === 'number') plan.status = step;
      else if (step !== 'ok') plan.fault = step;
      return;
    }
    if (directive.rate < 1 && this.#draw() >= directive.rate) return;
    if (directive.kind === 'latency') {
      plan.delay = directive.from + Math.floor(this.#draw() * (directive.to - directive.from + 1));
    } else if (directive.kind === 'status') {
      plan.status = directive.status;
    } else {
      plan.fault = directive.fault;
    }
  }

  #draw(): number {
    this.#drawn += 1;
    return fraction(this.#key, this.#drawn);
  }
}

/** A request that is sent again takes the next step of its own sequence. Another one, or that of another test, does not. */
function sequenceKey(request: MockRequest, index: number): string {
  const { method, path, query } = request;
  const names = ['x-mock-isolation', 'x-mock-faults'].map((name) => header(request, name) ?? '');
  const text = [index, method, path, query, ...names].join('\n');
  // Its hash, since a query may be long.
  return `${hashText(text)} ${text.length}`;
}
