import { client } from '../client.js';

export const dynamic = 'force-dynamic';

export default async function Page() {
  const { data } = await client.getSessionsDataSeries({ length: 14 });
  return <p>{data.length}</p>;
}
