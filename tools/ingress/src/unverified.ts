import type { TenantVerification } from '@central-ingress/verification';

/**
 * Why a verification that found nothing wrong proves nothing: all that it could look at was skipped, or all that the AWS
 * APIs were to say, as without any right. Nothing when something was looked at.
 */
export function unverifiedMessage({ tenant, hops }: TenantVerification): string | undefined {
  const control = hops.filter(({ plane }) => plane === 'control');
  const isBlind = (seen: TenantVerification['hops']): boolean => seen.every(({ verdict }) => verdict === 'skipped');
  if (isBlind(hops)) return message(tenant, 'nothing');
  return control.length && isBlind(control) ? message(tenant, 'nothing in the AWS APIs') : undefined;
}

function message(tenant: string, nothing: string): string {
  return (
    `${tenant}: ${nothing} could be looked at, so it is not verified; expected at least one hop that is not skipped. ` +
    'See to the rights and the network that the hops name.'
  );
}
