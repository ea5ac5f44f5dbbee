import { InputError } from 'openapi-l10n';
import type { SiteConfig } from '../config.ts';

export interface PreviewOptions {
  port: number;
  onWarning: (message: string) => void;
  onError: (message: string) => void;
}
export async function preview(
  _read: () => Promise<SiteConfig>,
  _options: PreviewOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  throw new InputError('not yet');
}
