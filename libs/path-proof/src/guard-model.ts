import type { Gateway, NetworkModel } from '@central-ingress/network-model';
import { chartFindings } from './chart-repositories';
import { finding } from './finding';
import type { GuardContext, WorldGuard } from './guard';
import { HARMLESS_TYPES } from './harmless-types';
import { tenantOfStack } from './tenants';

/** Every reference resolves and every resource is understood, so that nothing is passed unseen. */
export const modelGuard: WorldGuard = {
  name: 'model',
  says: 'every reference resolves, every resource is understood',
  check: (context) => {
    const { model } = context;
    return [
      ...model.problems.map(({ attribute, value, reason, ...at }) =>
        finding('unresolved', at, { attribute: attribute || 'the block', value, reason }),
      ),
      ...[...unknownResources(model), ...strayGateways(context), ...privateZones(model), ...unknownCharts(model)].map(
        ({ what, ...at }) => finding('not-understood', at, { what }),
      ),
      ...chartFindings(model),
    ];
  },
};

/** Charts whose values the model reads; those of this project lie beside the stack and make the objects in their values. */
const KNOWN_CHARTS = /^(?:aws-load-balancer-controller|contour|ingress-nginx|\.\/assets\/.+)$/;

interface NotUnderstood {
  readonly stack: string;
  readonly address: string;
  readonly what: string;
}

/** A look-up counts as well: what it finds may be a resource of these stacks under a second name. */
function unknownResources({ resources, readTypes }: NetworkModel): readonly NotUnderstood[] {
  return [...resources.values()].flatMap(({ stack, address, type, existing }) => {
    const what = existing ? `data.${type}` : type;
    return readTypes.has(what) || HARMLESS_TYPES.has(what) ? [] : [{ stack, address, what }];
  });
}

/** What connects VPCs is read for the VPCs of tenants; elsewhere only an internet gateway has a part in a path. */
function strayGateways({ model, names }: GuardContext): readonly NotUnderstood[] {
  const isOfTenant = (vpc = ''): boolean =>
    model.vpcs.has(vpc) && tenantOfStack(vpc.slice(0, vpc.indexOf('/')), names) !== undefined;
  return [...model.gateways.values()]
    .filter(({ type, vpc, peerVpc }: Gateway) => {
      return type !== 'aws_internet_gateway' && !isOfTenant(vpc) && !isOfTenant(peerVpc);
    })
    .map(({ stack, address, type }) => ({ stack, address, what: type }));
}

/** A private zone decides what a name means inside a VPC, and no hop asks it. */
function privateZones({ hostedZones }: NetworkModel): readonly NotUnderstood[] {
  return [...hostedZones.values()]
    .filter(({ isPrivate, existing }) => isPrivate && !existing)
    .map(({ stack, address }) => ({ stack, address, what: 'a private hosted zone' }));
}

function unknownCharts({ helmReleases }: NetworkModel): readonly NotUnderstood[] {
  return [...helmReleases.values()]
    .filter(({ chart = '' }) => !KNOWN_CHARTS.test(chart))
    .map(({ stack, address, chart }) => ({ stack, address, what: `the chart ${chart ?? '?'}` }));
}
