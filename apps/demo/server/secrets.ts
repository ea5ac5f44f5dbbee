/** Finds a secret in what is about to leave the server, in the forms that servers echo it in. */

/** Makes the test for one secret. The text may be of any length. */
export function secretFinder(secret: string): (text: string) => boolean {
  const forms = [secret, JSON.stringify(secret).slice(1, -1), ...base64Forms(secret)];
  return (text) => {
    if (forms.some((form) => text.includes(form))) return true;
    // Percent-encoded once or twice, whichever characters were encoded.
    const once = decoded(text);
    return once !== text && [once, decoded(once)].some((plain) => forms.some((form) => plain.includes(form)));
  };
}

/** The part of a Base64 text that a secret in it always makes, for each of the three places it can start at. */
function base64Forms(secret: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const length = offset + Buffer.byteLength(secret);
    const text = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]).toString('base64');
    // Characters that other bytes have a part in are left out.
    const own = text.slice(Math.ceil((offset * 8) / 6), Math.floor((length * 8) / 6));
    return own.length < 8 ? [] : [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function decoded(text: string): string {
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
