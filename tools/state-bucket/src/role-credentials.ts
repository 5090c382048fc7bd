import { fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { PlatformConfig } from '@central-ingress/config';

/**
 * Credentials of a role, as Terraform has them: those of the shell, which assume it.
 * @param task what is done with them, which CloudTrail shows, e.g. `holds`
 */
export function roleCredentials({ region }: Pick<PlatformConfig, 'region'>, RoleArn: string, task: string) {
  hideSdkNotice();
  return fromTemporaryCredentials({
    masterCredentials: fromNodeProviderChain(),
    params: { RoleArn, RoleSessionName: `central-ingress-${task}` },
    clientConfig: { region },
  });
}

/** The SDK is pinned to a version that runs on this Node; its notice about later versions says nothing to our users. */
export function hideSdkNotice(): void {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
}
