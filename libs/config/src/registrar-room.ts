/**
 * Characters that the hosts of a direct tenant may take in the policy of its registrar role, whose other statements
 * need the rest. @source IAM quotas: 10,240 characters in the inline policies of a role
 */
export const REGISTRAR_ROOM = 8_500;

/** Characters around a host in the pattern of its validation record: `"_` + 32 times `?` + `.` before, `",` after. */
const AROUND_PATTERN = 37;
/** Characters around a host itself: `"` before, `",` after. */
const AROUND_NAME = 3;

/**
 * Characters that hosts take in the policy of a direct tenant's registrar role: the name of each, and the pattern of
 * its validation record when a certificate is requested.
 */
export function registrarCharacters(hosts: readonly string[], requested: boolean): number {
  const each = (host: string): number => host.length + AROUND_NAME + (requested ? host.length + AROUND_PATTERN : 0);
  return hosts.reduce((sum, host) => sum + each(host), 0);
}
