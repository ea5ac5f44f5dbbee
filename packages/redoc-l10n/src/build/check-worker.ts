import { type CheckJob, type DeadLink, deadLinks } from './check-links.ts';
import { asThread } from './thread.ts';

await asThread<CheckJob, never, DeadLink[]>(deadLinks);
