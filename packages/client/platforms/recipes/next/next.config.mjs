export default { turbopack: { root: process.cwd() }, outputFileTracingRoot: process.cwd() };
