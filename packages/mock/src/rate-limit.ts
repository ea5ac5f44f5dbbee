/** The part of the contract with the rate limit. */
interface LimitedDocument {
  readonly components?: {
    readonly headers?: {
      readonly [name: string]: { readonly example?: unknown; readonly 'x-window-seconds'?: unknown };
    };
  };
}

/** The rate limit that the contract documents: requests, and the length of the window in seconds. */
export function rateLimitOf({ components }: LimitedDocument): {
  rateLimit?: number;
  rateLimitWindow?: number;
} {
  const header = components?.headers?.['X-RateLimit-Limit'];
  const window = header?.['x-window-seconds'];
  return {
    ...(typeof header?.example === 'number' ? { rateLimit: header.example } : {}),
    ...(typeof window === 'number' ? { rateLimitWindow: window } : {}),
  };
}
