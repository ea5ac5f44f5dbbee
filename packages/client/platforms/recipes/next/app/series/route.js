import { client } from '../../client.js';

export const dynamic = 'force-dynamic';

export const GET = async () => Response.json(await client.getSessionsDataSeries({ length: 3 }));
