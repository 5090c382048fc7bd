import { join } from 'node:path';
import { UserError } from '@central-ingress/user-error';
import { loadWorld } from '@central-ingress/world-files';
import { App } from 'cdktf';
import { addServiceStacks } from './add-service-stacks';
import { kubeconfigOf } from './kubeconfig';

try {
  const world = loadWorld(process.env.INGRESS_WORLD || join(__dirname, '..', '..', '..'));
  const app = new App({ stackTraces: false });
  const kubeconfig = kubeconfigOf(process.env);
  addServiceStacks(app, world, undefined, kubeconfig ? { kubeconfig } : {});
  app.synth();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
