export { type EmulatorDifference, EMULATOR_DIFFERENCES } from './differences';
export { type Emulator, type EmulatorOptions, startEmulator } from './emulator';
export { childEnvironment, type Endpoints } from './environment';
export { EmulatorError, MissingToolError } from './errors';
export { type EmulatorInstallation, ensureEmulator, type InstallationOptions } from './installation';
export { type PlanJson, type PlannedChange, plannedChanges, unexplainedChanges } from './planned-changes';
export type { InstalledProvider } from './provider-installation';
export { AWS_PROVIDER, type WantedProvider } from './provider-version';
export { terraformEnvironment, type TerraformEnvironment, type TerraformOptions } from './terraform-environment';
