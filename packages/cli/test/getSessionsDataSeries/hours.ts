/** The hours of one app as the mock returns them, by the instant of their start. */
export async function hoursOf(
  url: string,
  from: string,
  to: string,
  app?: string,
): Promise<Map<number, number>> {
  const hours = new Map<number, number>();
  const hour = 3_600_000;
  for (let end = Date.parse(to); end > Date.parse(from); end -= 100 * hour) {
    const query = new URLSearchParams({
      length: String(Math.min(100, (end - Date.parse(from)) / hour)),
      unit: 'hour',
      ending_at: new Date(end - 1000).toISOString(),
      ...(app !== undefined && { app_id: app }),
    });
    const response = await fetch(`${url}/sessions/data_series?${query}`, {
      headers: { Authorization: 'Bearer test-key' },
    });
    const { data } = (await response.json()) as { data: { time: string; sessions: number }[] }; // The contract's shape.
    for (const { time, sessions } of data) hours.set(Date.parse(time), sessions);
  }
  return hours;
}
