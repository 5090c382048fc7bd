import type { StackState, StateResource } from './stack-state';

/** Parts of a stack that go before the rest of it. */
const PARTS = {
  /** The hosts' records; the validation records of certificates stay with their certificates. */
  records: ({ type, attributes }: StateResource) =>
    type === 'aws_route53_record' && Array.isArray(attributes['alias']) && attributes['alias'].length > 0,
  rules: ({ type }: StateResource) => type === 'aws_lb_listener_rule',
  'endpoint service': ({ type }: StateResource) => type === 'aws_vpc_endpoint_service',
} as const;

/** A part of a stack. */
export type PartName = keyof typeof PARTS;

/** The resources of a state that are a part; all of them when no part is named. */
export function partOf({ resources }: StackState, part?: PartName): readonly StateResource[] {
  return part ? resources.filter(PARTS[part]) : resources;
}
