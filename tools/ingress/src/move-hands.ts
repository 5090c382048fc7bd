import { mkdirSync } from 'node:fs';
import type { CentralTenant, World } from '@central-ingress/config';
import type { TenantMove } from '@central-ingress/contract';
import { addMoveStacks } from '@central-ingress/central-internet-account';
import { forgetPart, Progress, runCdktf } from '@central-ingress/deployment';
import type { Interrupts } from '@central-ingress/deployment';
import type { AwsMoveProps } from '@central-ingress/offboarding';
import { bridgeStack, tenantStacks } from '@central-ingress/stack-graph';
import type { StackNode } from '@central-ingress/stack-graph';
import { App } from 'cdktf';
import { deployStack, terraformRun } from './deploy-stack';
import { Guard } from './guard';
import { logFile, outputFolder } from './run-files';
import { REPOSITORY } from './world-folder';

/** Whose connections are changed, and where. */
export interface MoveHandsProps {
  readonly world: World;
  readonly worldFolder: string;
  readonly tenant: CentralTenant;
  readonly move: TenantMove;
  readonly interrupts: Pick<Interrupts, 'signal' | 'kill'>;
  readonly print: (line: string) => void;
}

/** What changes the two connections of a tenant that is moved; each change is synthesized in the form that it needs. */
export function moveHands(props: MoveHandsProps): AwsMoveProps['hands'] {
  const { world, worldFolder, tenant, move, interrupts, print } = props;
  const stacks = {
    connection: tenantStacks(world.platform, tenant).connection,
    bridge: bridgeStack(world.platform, tenant, move.to.internetVpc),
  };
  const output = outputFolder(worldFolder, 'run', tenant.connectionName);
  const logFileOf = ({ name }: StackNode): string => logFile(worldFolder, name, 'move');
  const { signal, kill } = interrupts;
  const run = { repository: REPOSITORY, outputOf: () => output, logFileOf, env: process.env, signal, kill };
  const synthesize = (switched: boolean): void => {
    mkdirSync(output, { recursive: true });
    const app = new App({ outdir: output, stackTraces: false });
    addMoveStacks(app, world, tenant.connectionName, { move, switched });
    app.synth();
  };
  /** One change with its progress, told as in a run over several stacks. */
  const told = async (stack: StackNode, change: (onLine: Progress['onLine']) => Promise<void>): Promise<void> => {
    const progress = new Progress(1, print);
    const started = performance.now();
    progress.on({ type: 'started', stack: stack.name });
    const end = (status: 'done' | 'failed'): void => {
      const seconds = (performance.now() - started) / 1000;
      progress.on({ type: 'ended', result: { stack: stack.name, status, seconds } });
      progress.stop();
    };
    try {
      await change((name, line) => progress.onLine(name, line));
      end('done');
    } catch (error) {
      end('failed');
      throw error;
    }
  };
  return {
    deploy: async (which, switched, replace = []) => {
      synthesize(switched);
      const stack = stacks[which];
      const guard = new Guard(replace.map((address) => `${stack.name}:${address}`));
      await told(stack, (onLine) =>
        deployStack(stack, { ...run, onLine: ({ name }, line) => onLine(name, line) }, { guard, print, settle: true }),
      );
    },
    forgetInBridge: async (addresses) => {
      synthesize(true);
      await forgetPart(addresses, terraformRun(stacks.bridge, run));
    },
    destroyBridge: async () => {
      synthesize(true);
      await told(stacks.bridge, async (onLine) => {
        await runCdktf('destroy', stacks.bridge, { ...run, onLine: ({ name }, line) => onLine(name, line) });
      });
    },
  };
}
