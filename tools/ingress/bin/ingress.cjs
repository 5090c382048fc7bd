#!/usr/bin/env node
// The command line is TypeScript; tsx compiles it on the way in and keeps the result in its cache.
require('tsx/cjs');
require('../src/main.ts');
