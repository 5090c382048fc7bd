#!/usr/bin/env node
// The command line is TypeScript; tsx compiles it on the way in and keeps the result in its cache. tsx/cjs alone would
// be a little faster and leave out what commands import() when they need it.
import('tsx').then(() => require('../src/main.ts'));
