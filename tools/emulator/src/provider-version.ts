/** A provider that a stack needs, with the versions that do. */
export interface WantedProvider {
  /** Namespace and type, e.g. `hashicorp/aws`. */
  readonly source: string;
  /** The version the emulator is tested with: taken before all others, and the one that is downloaded. */
  readonly preferred: string;
  /** Lowest version that does. */
  readonly atLeast: string;
  /** First version that does not. */
  readonly below: string;
}

/** The AWS provider; 6.x also works with our stacks, but less of it with the emulator. */
export const AWS_PROVIDER: WantedProvider = {
  source: 'hashicorp/aws',
  preferred: '5.100.0',
  atLeast: '5.100.0',
  below: '7.0.0',
};

/** The providers of the add-ons stacks; where they cannot be had, these stacks are not applied. */
export const ADDON_PROVIDERS: readonly WantedProvider[] = [
  { source: 'hashicorp/helm', preferred: '3.1.1', atLeast: '3.0.0', below: '4.0.0' },
  { source: 'hashicorp/kubernetes', preferred: '2.38.0', atLeast: '2.35.0', below: '4.0.0' },
];

/** The best of some versions for a wanted provider: the preferred one, else the highest that does, else none. */
export function bestVersion(wanted: WantedProvider, versions: readonly string[]): string | undefined {
  if (versions.includes(wanted.preferred)) return wanted.preferred;
  return versions
    .filter((version) => isStable(version) && isAtLeast(version, wanted.atLeast) && !isAtLeast(version, wanted.below))
    .sort(compareVersions)
    .at(-1);
}

/** True when `version` (`1.11.4`) is `lowest` or newer. */
export function isAtLeast(version: string, lowest: string): boolean {
  return compareVersions(version, lowest) >= 0;
}

function isStable(version: string): boolean {
  return /^\d+\.\d+\.\d+$/.test(version);
}

function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split('-')[0]?.split('.').map(Number) ?? []);
  return [0, 1, 2].map((part) => (left?.[part] ?? 0) - (right?.[part] ?? 0)).find((step) => step !== 0) ?? 0;
}
