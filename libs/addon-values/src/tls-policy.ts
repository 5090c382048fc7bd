/**
 * TLS policy of every listener of an NLB: TLS 1.3 and 1.2 with post-quantum key exchange, the one that AWS recommends.
 * @source Elastic Load Balancing, "Security policies for your Network Load Balancer"
 */
export const NLB_TLS_POLICY = 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09';
