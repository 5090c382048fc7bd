#!/usr/bin/env node
// The command line is TypeScript; tsx compiles it on the way in and keeps the result in its cache. tsx/cjs is half as slow
// as all of tsx and knows no import(): what is loaded only when needed is in when-needed.ts. Reading source maps takes a
// tenth of a short command; NODE_OPTIONS=--enable-source-maps has them back.
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
require('tsx/cjs');
if (
  !process.execArgv
    .concat(process.env.NODE_OPTIONS ?? '')
    .join(' ')
    .includes('--enable-source-maps')
) {
  process.setSourceMapsEnabled(false);
}
require('../src/main.ts');
