import { fraction, mix } from '../series/hash.ts';
import { type Directive, type Fault, parseFaults } from './parse.ts';

/** What shall happen to one request. */
export interface Plan {
  /** Milliseconds to wait before answering. */
  delay: number;
  /** Answer with this status instead. */
  status?: number;
  /** Spoil the answer in this way. */
  fault?: Fault;
}

const nothing: Plan = { delay: 0 };

/** The faults in force. Its chances are drawn from the seed, so the same requests meet the same fate again. */
export class Faults {
  readonly #key: number;
  #directives: readonly Directive[] = [];
  #text = '';
  #drawn = 0;
  #answered = 0;

  constructor(seed: number, text = '') {
    this.#key = mix(seed ^ 0x7f4a7c15);
    this.set(text);
  }

  /** The directives in force, as they were written. */
  get text(): string {
    return this.#text;
  }

  /** The budget of requests that the directives set, if they do. */
  get limit(): { requests: number; window: number } | undefined {
    return this.#directives.find((directive) => directive.kind === 'limit');
  }

  /** Puts other directives in force and begins anew. @throws FaultSyntaxError */
  set(text: string): void {
    this.#directives = parseFaults(text);
    this.#text = text;
    this.reset();
  }

  /** Begins anew: the sequence with its first step, the chances with the first draw. */
  reset(): void {
    this.#drawn = 0;
    this.#answered = 0;
  }

  /** Decides on the next request. @param extra directives for this request only. @throws FaultSyntaxError */
  plan(extra?: string): Plan {
    if (extra === undefined && this.#directives.length === 0) return nothing;
    const plan: Plan = { delay: 0 };
    for (const directive of this.#directives) this.#apply(directive, plan);
    for (const directive of parseFaults(extra ?? '')) this.#apply(directive, plan);
    return plan;
  }

  #apply(directive: Directive, plan: Plan): void {
    if (directive.kind === 'limit') return;
    if (directive.kind === 'sequence') {
      const step = directive.steps[this.#answered] ?? 'ok';
      this.#answered += 1;
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
