import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Endpoints, emulatorVariables } from './environment';
import type { EmulatorInstallation } from './installation';
import { startServer } from './server-process';

/** The AWS API on loopback: moto for every service but EKS, ministack for EKS. */
export interface Emulator {
  readonly endpoints: Endpoints;
  readonly region: string;
  /** To be set for Terraform, the AWS provider and the AWS SDKs; see `childEnvironment` for a whole environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the servers wrote, their access log among it. */
  readonly logFiles: readonly string[];
  /** Ends both servers and waits for their end; all that was created in them is gone. */
  stop(): Promise<void>;
}

/** Options of {@link startEmulator}. */
export interface EmulatorOptions {
  /** Gets `moto.log` and `eks.log`; made when missing. */
  readonly logFolder: string;
  /** @default eu-central-1 */
  readonly region?: string;
}

/**
 * Starts an empty emulator on free loopback ports and waits until it answers. Any number can run side by side.
 * @throws EmulatorError that names the log file when a server dies or does not answer.
 */
export async function startEmulator(
  { python }: EmulatorInstallation,
  { logFolder, region = 'eu-central-1' }: EmulatorOptions,
): Promise<Emulator> {
  mkdirSync(logFolder, { recursive: true });
  const moto = await startServer({
    python,
    args: ['moto'],
    logFile: join(logFolder, 'moto.log'),
    healthPath: '/moto-api/',
  });
  const eks = await startServer({
    python,
    args: ['eks', moto.url],
    logFile: join(logFolder, 'eks.log'),
    healthPath: '/_ministack/health',
  }).catch(async (failure: unknown) => {
    await moto.stop();
    throw failure;
  });
  const endpoints = { aws: moto.url, eks: eks.url };
  return {
    endpoints,
    region,
    environment: emulatorVariables(endpoints, region),
    logFiles: [moto.logFile, eks.logFile],
    stop: async () => {
      await Promise.all([moto.stop(), eks.stop()]);
    },
  };
}
