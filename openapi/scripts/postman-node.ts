/** Any part of a Postman collection (format 2.1). */
export interface PostmanNode {
  [key: string]: PostmanValue | undefined;
  /** Of the collection. */
  variable?: PostmanValue;
  /** Of a variable or a header. */
  key?: PostmanValue;
  value?: PostmanValue;
  disabled?: PostmanValue;
  /** Of a saved response: its status. */
  code?: PostmanValue;
  name?: PostmanValue;
  header?: PostmanValue;
  /** Of a description: its text and media type. */
  content?: PostmanValue;
  type?: PostmanValue;
  /** Of an item: its request and the saved responses. */
  request?: PostmanValue;
  response?: PostmanValue;
}
/** Any value in a collection. */
export type PostmanValue = string | number | boolean | null | PostmanValue[] | PostmanNode;

/** Whether a value of a collection has members. */
export const isNode = (value: PostmanValue | undefined): value is PostmanNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The nodes of a list; empty for anything that is not a list. */
export const list = (value: PostmanValue | undefined): PostmanNode[] =>
  Array.isArray(value) ? value.filter(isNode) : [];
