import { join } from 'node:path';
import { ConfigError } from '@central-ingress/config';
import { loadWorld } from '@central-ingress/world-files';
import { App } from 'cdktf';
import { addServiceStacks } from './add-service-stacks';

try {
  const world = loadWorld(process.env.INGRESS_WORLD ?? join(__dirname, '..', '..', '..'));
  const app = new App({ stackTraces: false });
  addServiceStacks(app, world);
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
