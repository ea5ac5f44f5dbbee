import { createClient } from '@session-series/client';
import { startMock } from '@session-series/mock';

await using mock = await startMock({ port: 0 });
const client = createClient({ baseUrl: mock.url, apiKey: 'key' });
const query = { length: 3, ending_at: '2018-06-28T23:59:59-05:00' };
const { data } = await client.raw.GET('/kpi/dau/data_series', { params: { query } });
const counts: number[] | undefined = data?.data.map(({ dau }) => dau);
// @ts-expect-error: sessions are what the first endpoint counts.
data?.data.map(({ sessions }) => sessions);
// @ts-expect-error: nothing is at this path.
const nowhere = () => client.raw.GET('/kpi/mau/data_series', { params: { query } });
console.log(JSON.stringify({ ...data, counts, nowhere: typeof nowhere }));
