import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MISSING_PROVIDERS_VARIABLE } from '@central-ingress/deployment';
import {
  ADDON_PROVIDERS,
  childEnvironment,
  ensureEmulator,
  startEmulator,
  terraformEnvironment,
} from '@central-ingress/emulator';
import type { Emulator, TerraformEnvironment } from '@central-ingress/emulator';
import { REPOSITORY } from '@central-ingress/ingress';
import { enterEnvironment } from './process-environment';

/** An empty AWS on loopback and a world of our own to deploy into it. */
export interface Stage {
  /** Copy of the reference set; what runs leave behind stays inside it. */
  readonly worldFolder: string;
  readonly emulator: Emulator;
  readonly terraform: TerraformEnvironment;
  /** Variables that lead a shell to the emulator. */
  readonly variables: Readonly<Record<string, string>>;
  /** Ends the emulator and gives this process its former environment back. */
  readonly close: () => Promise<void>;
}

/** Folder of everything the emulator needs and leaves. */
export const EMULATOR_FOLDER = join(REPOSITORY, '.emulator');

/** Options of {@link openStage}. */
export interface StageOptions {
  /**
   * Whether stacks that talk to a Kubernetes API can be applied: somebody else sees to one, as the emulator has none.
   * @default false
   */
  readonly kubernetes?: boolean;
}

/** Why nothing of the add-ons can be applied here, even where their providers are at hand. */
const WITHOUT_KUBERNETES = Object.fromEntries(
  ADDON_PROVIDERS.map(({ source }) => [source, 'the emulator has no Kubernetes API']),
);

/**
 * Brings what the emulator needs, starts it and points this process at it.
 * @param name folder of this stage below `.emulator`, made anew
 * @throws MissingToolError, EmulatorError
 */
export async function openStage(
  name: string,
  log: (line: string) => void,
  { kubernetes = false }: StageOptions = {},
): Promise<Stage> {
  const installation = await ensureEmulator({ folder: EMULATOR_FOLDER, log });
  const optional = kubernetes ? ADDON_PROVIDERS : [];
  const terraform = await terraformEnvironment({ folder: EMULATOR_FOLDER, log, optional });
  const folder = join(EMULATOR_FOLDER, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const worldFolder = join(folder, 'world');
  copyWorld(REPOSITORY, worldFolder);

  const emulator = await startEmulator(installation, { logFolder: join(folder, 'logs') });
  const variables = {
    ...emulator.environment,
    ...terraform.environment,
    ...(kubernetes ? {} : { [MISSING_PROVIDERS_VARIABLE]: JSON.stringify(WITHOUT_KUBERNETES) }),
  };
  const leave = enterEnvironment(childEnvironment(variables));
  const close = async (): Promise<void> => {
    leave();
    await emulator.stop();
  };
  return { worldFolder, emulator, terraform, variables, close };
}

/** Copies the configuration files of a world, and nothing else of the repository around them. */
export function copyWorld(from: string, to: string): void {
  for (const part of [
    'platform.yaml',
    'apps/central-internet-account/internet-vpcs',
    'apps/eks-service-account/tenants',
  ]) {
    cpSync(join(from, part), join(to, part), { recursive: true });
  }
}
