#!/usr/bin/env node
// The command line is TypeScript; tsx compiles it on the way in and keeps the result in its cache. tsx/cjs alone would
// be a little faster and leave out what commands import() when they need it. Reading source maps takes a tenth of a short
// command; NODE_OPTIONS=--enable-source-maps has them back.
import('tsx').then(() => {
  if (
    !process.execArgv
      .concat(process.env.NODE_OPTIONS ?? '')
      .join(' ')
      .includes('--enable-source-maps')
  ) {
    process.setSourceMapsEnabled(false);
  }
  require('../src/main.ts');
});
