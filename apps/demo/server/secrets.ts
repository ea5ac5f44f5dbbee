/** Finds a secret in a response, in the encodings in which servers may echo it. */

/** Makes a function that tests texts of any length for one secret. */
export function secretFinder(secret: string): (text: string) => boolean {
  const hex = Buffer.from(secret).toString('hex');
  const plain = [secret, JSON.stringify(secret).slice(1, -1)];
  const forms = [...plain, hex, hex.toUpperCase(), ...base64Forms(secret)];
  return (text) => {
    if (forms.some((form) => text.includes(form))) return true;
    // Percent-encoded once or twice, fully or partly.
    const once = decoded(text);
    return once !== text && [once, decoded(once)].some((plain) => forms.some((form) => plain.includes(form)));
  };
}

/** The parts of a Base64 text that a secret always produces, for each of the three possible alignments. */
function base64Forms(secret: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const length = offset + Buffer.byteLength(secret);
    const text = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]).toString('base64');
    // Characters that also depend on other bytes are left out.
    const own = text.slice(Math.ceil((offset * 8) / 6), Math.floor((length * 8) / 6));
    return own.length < 8 ? [] : [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function decoded(text: string): string {
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
