#!/usr/bin/env node
// The command line is TypeScript; tsx compiles it on the way in and keeps the result in its cache. tsx/cjs alone would
// be a little faster and leave out what commands import() when they need it. Reading source maps takes a tenth of a short
// command; NODE_OPTIONS=--enable-source-maps has them back.
// cdktf loads a zip library for assets, which no stack here has: a tenth of a short command. It is loaded when called.
const archiver = require.resolve('archiver', { paths: [require.resolve('cdktf')] });
require.cache[archiver] = {
  id: archiver,
  filename: archiver,
  loaded: true,
  exports: (...args) => {
    delete require.cache[archiver];
    return require(archiver)(...args);
  },
};
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
