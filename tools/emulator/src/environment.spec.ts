import { childEnvironment, emulatorVariables } from './environment';

const variables = emulatorVariables({ aws: 'http://127.0.0.1:1', eks: 'http://127.0.0.1:2' }, 'eu-central-1');

describe('emulatorVariables', () => {
  it('sends EKS to its own endpoint, every other service to the other, and reads no profile', () => {
    expect(variables).toEqual({
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_ENDPOINT_URL_EKS: 'http://127.0.0.1:2',
      AWS_ACCESS_KEY_ID: 'emulator',
      AWS_SECRET_ACCESS_KEY: 'emulator',
      AWS_REGION: 'eu-central-1',
      AWS_DEFAULT_REGION: 'eu-central-1',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      NO_PROXY: '127.0.0.1',
      no_proxy: '127.0.0.1',
    });
  });
});

describe('childEnvironment', () => {
  it('drops what leads the shell to AWS, to a proxy or to another Terraform set-up', () => {
    const shell = {
      PATH: '/bin',
      TF_LOG: 'DEBUG',
      AWS_PROFILE: 'production',
      AWS_SESSION_TOKEN: 'secret',
      AWS_CA_BUNDLE: '/missing.pem',
      AWS_ENDPOINT_URL_STS: 'https://sts.example.com',
      HTTPS_PROXY: 'http://proxy:3128',
      http_proxy: 'http://proxy:3128',
      TF_CLI_CONFIG_FILE: '/missing.tfrc',
      TF_CLI_ARGS_plan: '-refresh=false',
      TF_DATA_DIR: '/elsewhere',
      TF_WORKSPACE: 'other',
      TF_PLUGIN_CACHE_DIR: '/cache',
      TF_VAR_region: 'us-east-1',
    };

    expect(childEnvironment({}, shell)).toEqual({ PATH: '/bin', TF_LOG: 'DEBUG' });
  });

  it('sets the given variables over those of the shell', () => {
    expect(childEnvironment(variables, { AWS_REGION: 'us-east-1', HOME: '/h' })).toEqual({ HOME: '/h', ...variables });
  });
});
