/** The members of the mock's JSON bodies that tests read. */
interface Body {
  message: string;
  data: { time: string; sessions: number }[];
  faults: string;
  total: number;
}

/** A body as JSON; a missing member fails the assertion about it. */
export async function json<More = unknown>(response: Response | Promise<Response>): Promise<Body & More> {
  return (await (await response).json()) as Body & More; // checked by the test
}
