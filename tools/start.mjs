// Runs one of the project's TypeScript programs, after bringing the node modules that the lock file asks for.
// Plain JavaScript without dependencies, since it runs before there are any.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LOWEST_NODE = [20, 9];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** True when every package of the lock file is installed in its version; platform-bound ones may be absent. */
function isInstalled() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, link, peer }]) =>
      path === '' ||
      optional ||
      peer ||
      (!link && !path.startsWith('node_modules/')) ||
      // A workspace has no version in the lock file: its link is looked for, and must lead somewhere.
      (link ? existsSync(join(root, path, 'package.json')) : installed[path]?.version === version),
  );
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < LOWEST_NODE[0] || (major === LOWEST_NODE[0] && minor < LOWEST_NODE[1])) {
  fail(`Node.js ${LOWEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
}
if (!isInstalled()) {
  process.stdout.write('installing the node modules of package-lock.json (npm ci, once, about a minute)\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) fail('npm ci failed; its own words are above.');
}

const [program, ...args] = process.argv.slice(2);
const child = spawn(process.execPath, ['--import', 'tsx', join(root, program), ...args], {
  cwd: root,
  stdio: 'inherit',
});
// A Ctrl-C reaches the whole group: the program ends by itself, and this process waits for it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
child.on('close', (code, signal) => process.exit(signal ? 1 : code));
