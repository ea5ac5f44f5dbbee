#!/usr/bin/env node
// The program itself is built into dist/. This file is always there, so that a package manager can link the
// command in a fresh clone, before the first build.
import '../dist/cli.js';
