/** A Postman collection, format 2.1: https://schema.getpostman.com/json/collection/v2.1.0/collection.json */
export interface PostmanCollection {
  info: { _postman_id: string; name: string; schema: string; description: { content: string; type: string } };
  /** One folder for each tag of the contract. */
  item: { name: string; item: unknown[] }[];
  /** `host`, the address of an instance, and `key`, a REST API key. */
  variable: { key: string; value: string }[];
  auth: unknown;
  event: unknown[];
}
declare const collection: PostmanCollection;
export default collection;
