import type { TlsFiles } from './listen.ts';

/** A self-signed certificate for this machine, valid for a week. Clients must be configured to trust it. */
export async function selfSigned(host: string): Promise<TlsFiles> {
  const { generate } = await import('selfsigned');
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    notAfterDate: new Date(Date.now() + 7 * 24 * 3_600_000),
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
          ...(/^[a-z][a-z0-9.-]*$/i.test(host) ? [{ type: 2 as const, value: host }] : []),
        ],
      },
    ],
  });
  return { cert, key };
}
