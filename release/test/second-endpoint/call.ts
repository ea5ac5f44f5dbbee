import { createClient } from '@session-series/client';
import { startMock } from '@session-series/mock';

await using mock = await startMock({ port: 0 });
const client = createClient({ baseUrl: mock.url, apiKey: 'key' });
const query = { length: 3, ending_at: '2018-06-28T23:59:59-05:00' };
const series = await client.getDailyActiveUsersDataSeries(query);
const counts: number[] = series.data.map(({ dau }) => dau);
// @ts-expect-error: sessions are what the first endpoint counts.
series.data.map(({ sessions }) => sessions);
// @ts-expect-error: the contract has no such operation.
const nowhere = () => client.getMonthlyActiveUsersDataSeries(query);
console.log(JSON.stringify({ ...series, counts, nowhere: typeof nowhere }));
