/** Where the emulated APIs answer. */
export interface Endpoints {
  /** Every service but EKS, e.g. `http://127.0.0.1:41234`. */
  readonly aws: string;
  readonly eks: string;
}

/**
 * The variables that lead Terraform, the AWS provider and the AWS SDKs to the emulator, and nowhere else: the keys are
 * worthless, and the shared configuration files, which can name other endpoints and profiles, are not read.
 */
export function emulatorVariables({ aws, eks }: Endpoints, region: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: aws,
    AWS_ENDPOINT_URL_EKS: eks,
    AWS_ACCESS_KEY_ID: 'emulator',
    AWS_SECRET_ACCESS_KEY: 'emulator',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    NO_PROXY: '127.0.0.1',
    no_proxy: '127.0.0.1',
  };
}

const AWS_OR_PROXY = /^(AWS_.*|https?_proxy|all_proxy)$/i;
const TERRAFORM_STATE_OF_THE_SHELL =
  /^TF_(CLI_ARGS.*|CLI_CONFIG_FILE|DATA_DIR|WORKSPACE|PLUGIN_CACHE.*|REATTACH_PROVIDERS|VAR_.*)$/;

/**
 * The whole environment for a child process that must see only the emulator: the shell's own, without what leads to
 * AWS, a proxy or other Terraform set-ups, and then `variables`.
 */
export function childEnvironment(
  variables: Readonly<Record<string, string>>,
  shell: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const kept = Object.entries(shell).filter(
    ([name]) => !AWS_OR_PROXY.test(name) && !TERRAFORM_STATE_OF_THE_SHELL.test(name),
  );
  return { ...Object.fromEntries(kept), ...variables };
}
