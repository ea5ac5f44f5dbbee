// The packages that ship Node.js itself write `os` and `cpu` as strings, as npm allows.
// pnpm reads lists only, and would install every platform's binary.
const asList = (value) => (typeof value === 'string' ? [value] : value);

export const hooks = {
  readPackage(manifest) {
    if (manifest.os) manifest.os = asList(manifest.os);
    if (manifest.cpu) manifest.cpu = asList(manifest.cpu);
    return manifest;
  },
};
