/**
 * The defects of the Terraform that this project replaces, by their numbers in docs/hcl-map.md, each with the mutants that
 * put it, or a part of it, back into the reference set.
 */
export const ORIGINAL_DEFECTS: Readonly<Record<string, readonly string[]>> = {
  1: [
    'the listener named https is HTTP on port 80',
    'the security group of the ALB opens port 80 only',
    'the DNS record is commented out',
  ],
  2: [
    'the HTTPS target group has the plain port',
    'the health check wants 200 from an ingress without a default host',
    'HTTPS from the ALB meets a plain TCP listener',
  ],
  3: [
    'the rule of a tenant is a path that every tenant has',
    'two rules have one path, so the second tenant is never reached',
    'the rule has no priority',
  ],
  4: ["the first tenant's addresses are under the second's rule"],
  5: ['a subnet names its zone and not its zone id', 'two endpoint subnets lie in one zone'],
  6: ['the endpoint service allows a role that does not create the endpoint', 'the allowed role does not exist'],
  7: [
    'two rules of the firewall have one priority',
    'the common rules only count',
    'the firewall has no rate rule',
    'the firewall logs nowhere',
  ],
  8: [
    'the log bucket has no delivery policy',
    'the log bucket has an ACL',
    'the log bucket is not encrypted',
    'the log bucket does not block public access',
  ],
  9: ['the Kubernetes API is public'],
  10: ['there is no load balancer controller'],
  11: ['a program runs beside a resource', 'a central tenant has a Service for the internet'],
  12: ['nodes have no endpoint for their logs', 'the security group of the endpoints opens all ports'],
  13: ['Envoy comes from the internet', 'the repository of an image is not made'],
  14: ['a deployer administers IAM', 'a deployer may do everything in a service'],
  15: ['whoever runs Terraform may become a deployer'],
  16: ['a tenant may write every parameter but its own', 'a tenant may change listeners in the central account'],
  17: ['a state is not encrypted', 'a state has no lock'],
};

/** Defects of what is no part of the synthesized JSON: the clean-up, names in the code, the files that people write. */
export const DEFECTS_ELSEWHERE: readonly string[] = ['18', '19', '20'];
