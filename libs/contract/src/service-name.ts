/**
 * SSM parameter in the central account that holds the endpoint service's name of one connection.
 * Shape of the value: `com.amazonaws.vpce.<region>.vpce-svc-<id>`.
 * @source aws-samples ingress-plugin-module/terraform/nginx.tf, whose name for it is kept
 */
export function serviceNameParameter(connectionName: string): string {
  return `vpces-service-name-${connectionName}`;
}

/** ARN of {@link serviceNameParameter}, the one parameter a tenant may write. */
export function serviceNameParameterArn(region: string, centralAccountId: string, connectionName: string): string {
  return `arn:aws:ssm:${region}:${centralAccountId}:parameter/${serviceNameParameter(connectionName)}`;
}
