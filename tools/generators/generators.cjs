// Nx loads generators as JavaScript; tsx lets these be TypeScript like the rest.
require('tsx/cjs');
module.exports = require('./src/index.ts');
