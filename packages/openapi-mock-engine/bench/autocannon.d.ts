/** The part of autocannon that the benchmark uses; the package has no types. */
declare module 'autocannon' {
  export interface Result {
    non2xx: number;
    '5xx': number;
    errors: number;
    duration: number;
    requests: { total: number };
    latency: { p50: number; p99: number };
  }
  export default function autocannon(options: {
    url: string;
    connections: number;
    duration?: number;
    amount?: number;
    requests: { method: string; path: string; headers: Record<string, string>; body?: string }[];
  }): Promise<Result>;
}
