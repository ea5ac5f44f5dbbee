import type { PostmanCollection } from './postman_collection.d.ts';

declare const collection: PostmanCollection;
export = collection;
