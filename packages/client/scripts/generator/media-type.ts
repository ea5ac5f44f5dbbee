/** Whether a body of this media type is read as text. */
export function isText(mediaType: string): boolean {
  return (
    /^text\/|[/+](xml|yaml|csv)\b|\/x-www-form-urlencoded\b/i.test(mediaType) &&
    !mediaType.startsWith('text/*')
  );
}
