/**
 * Time for which resolvers keep an alias record that leads to a load balancer.
 * @source Route 53 Developer Guide, "Choosing between alias and non-alias records": the TTL of an ELB alias is 60 s
 */
export const ALIAS_TTL_SECONDS = 60;
