/** What the tests read of the mock's JSON bodies. */
interface Body {
  message: string;
  data: { time: string; sessions: number }[];
  faults: string;
  total: number;
}

/** A body as JSON; a field that is not there shows in the assertion on it. */
export async function json<More = unknown>(response: Response | Promise<Response>): Promise<Body & More> {
  return (await (await response).json()) as Body & More; // checked by the test
}
