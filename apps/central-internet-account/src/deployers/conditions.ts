import type { Condition } from '@central-ingress/iam-policy';
import { OUR_TAG } from '@central-ingress/naming';

/** Holds for a resource that carries our tag. */
export const OURS: Condition = { StringEquals: { [`aws:ResourceTag/${OUR_TAG.key}`]: OUR_TAG.value } };

/** Holds for a request that gives our tag to what it creates. */
export const CREATED_AS_OURS: Condition = { StringEquals: { [`aws:RequestTag/${OUR_TAG.key}`]: OUR_TAG.value } };

/** Holds for requests in one region; for actions that AWS cannot limit to resources. */
export function inRegion(region: string): Condition {
  return { StringEquals: { 'aws:RequestedRegion': region } };
}
