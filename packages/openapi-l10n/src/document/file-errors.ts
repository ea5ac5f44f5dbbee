/** The message of an unknown error. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'part of the path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EMFILE: 'too many open files',
  ELOOP: 'too many links',
  ENAMETOOLONG: 'the file name is too long',
};

/** Why a file could not be read or written, without the names of system calls. */
export function fileReason(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return (typeof code === 'string' ? CAUSES[code] : undefined) ?? reason(error);
}
