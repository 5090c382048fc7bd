import { Option } from 'commander';

/** `--allow`, which lets something guarded be replaced or destroyed; it can be given several times. */
export function allowOption(): Option {
  return new Option(
    '--allow <address>',
    'let this guarded resource be replaced or destroyed: <stack>:<address>, or an address for every stack; repeatable',
  ).argParser((address: string, former: readonly string[] = []) => [...former, address]);
}
