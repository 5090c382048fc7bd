// Nx loads plugins as JavaScript; tsx lets this one be TypeScript like the rest.
require('tsx/cjs');
module.exports = require('./src/index.ts');
