import { Option } from 'commander';

/** `--world`, which every command takes. */
export function worldOption(): Option {
  return new Option(
    '--world <folder>',
    'folder with platform.yaml and the two apps/* configuration trees (default: INGRESS_WORLD, else this repository)',
  );
}

/** What {@link worldOption} gives a command. */
export interface WorldOption {
  readonly world?: string;
}
