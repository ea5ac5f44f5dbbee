export const HELP = `Rate every change of an OpenAPI contract, and check that changesets announce it.

Usage: openapi-gate <command> [options]

Commands:
  rate [OLD NEW]  Rate the difference between two files, or the change in the working tree.
  check           Check that the pending changesets cover the change in the working tree.
  changeset       Write the changeset that is missing.
  changelog       Print the changelog for users of the API: removed, changed, deprecated, added. OLD NEW: of two files.

Options:
  --contract FILE    The document; repeat it for several. Default: the contracts of openapi-gate.yaml.
  --base REF         The branch, tag or commit to compare with. Default: base of openapi-gate.yaml, or origin/main.
  --packages A,B     Packages that must announce the change.
  --config FILE      Settings. Default: openapi-gate.yaml in the root of the repository, if it exists.
  --format FORMAT    rate: table, json or markdown. Default: table.
  --fail-on BUMP     rate: exit with 1 from this bump on: patch, minor, major or none. Default: major.
  --overlay FILE     changelog: translations of the summaries, and the language of the changelog.
  --language TAG     changelog: the language. Default: that of the overlay, or en.
  -h, --help         Show this help.
      --version      Show the version.

Exit codes:
  0  Done; check: the changesets cover the change.
  1  rate: a change reaches --fail-on. check: a changeset is missing or malformed.
  2  Invalid input: a file, an option, a setting or a branch.
`;
