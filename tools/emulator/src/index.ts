export { EMULATOR_DIFFERENCES, type EmulatorDifference } from './differences';
export { type Emulator, type EmulatorOptions, startEmulator } from './emulator';
export { childEnvironment, type Endpoints } from './environment';
export { EmulatorError, MissingToolError } from './errors';
export { type EmulatorInstallation, ensureEmulator, type InstallationOptions } from './installation';
export type { InstalledProvider } from './provider-installation';
export { ensurePythonPackages, type PythonPackagesOptions } from './python-packages';
export { ADDON_PROVIDERS, AWS_PROVIDER, type WantedProvider } from './provider-version';
export { terraformEnvironment, type TerraformEnvironment, type TerraformOptions } from './terraform-environment';
