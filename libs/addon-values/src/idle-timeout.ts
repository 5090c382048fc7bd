/**
 * Seconds that an ingress controller keeps an idle connection. The ALB, which speaks to it through endpoint and NLB,
 * closes its own after 60; a target that is first to close costs a request, which the client sees as 502.
 * @source Elastic Load Balancing, "Troubleshoot your Application Load Balancers"
 */
export const IDLE_SECONDS = 90;
