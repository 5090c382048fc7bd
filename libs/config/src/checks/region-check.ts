import { azIdPrefix } from '../aws-values';
import type { ConfigProblem } from '../problems';
import type { WorldDraft } from '../world-draft';
import type { YamlPath, YamlSource } from '../yaml-source';

/** AZ ids, topics and certificates lie in the platform's region, and certificates in the central account. */
export function regionProblems(world: WorldDraft): readonly ConfigProblem[] {
  const region = world.platform?.fields.region;
  if (!region) return [];
  return [
    ...[...world.internetVpcs, ...world.tenants].flatMap(({ source, fields }) => {
      return azProblems(source, fields.availabilityZoneIds ?? [], region);
    }),
    ...world.internetVpcs.flatMap(({ source, fields }) => {
      return arnProblems(source, ['alarmTopicArn'], fields.alarmTopicArn, region);
    }),
    ...world.tenants.flatMap(({ source, fields, direct }) => {
      const arn = direct?.certificate?.startsWith('arn:') ? direct.certificate : undefined;
      const owner = fields.accountId && { name: "tenant's account", accountId: fields.accountId };
      return arnProblems(source, ['exposure', 'certificate'], arn, region, owner || undefined);
    }),
    ...world.tenants.flatMap(({ source, exposure }) =>
      (exposure.hosts ?? []).flatMap((host, index) => {
        const arn = typeof host === 'string' ? undefined : host.certificateArn;
        const path = ['exposure', 'hosts', index, 'certificateArn'];
        const accountId = world.platform?.fields.centralAccountId;
        return arnProblems(source, path, arn, region, accountId ? { name: 'central account', accountId } : undefined);
      }),
    ),
  ];
}

function azProblems(source: YamlSource, azIds: readonly string[], region: string): readonly ConfigProblem[] {
  const prefix = azIdPrefix(region);
  return azIds.flatMap((azId, index) => {
    if (azId.startsWith(`${prefix}-`)) return [];
    const what = `is no AZ of the region ${region}`;
    const rule = { expected: `an AZ id like ${prefix}-az1`, fix: 'Correct it, or region in platform.yaml' };
    return [source.problem(['availabilityZoneIds', index], { what, ...rule })];
  });
}

/** The account that something has to lie in. */
interface Owner {
  readonly name: string;
  readonly accountId: string;
}

function arnProblems(source: YamlSource, path: YamlPath, arn: string | undefined, region: string, owner?: Owner) {
  if (!arn) return [];
  const [, , , ownRegion, ownAccount] = arn.split(':');
  const wrong = [];
  if (ownRegion !== region) {
    const rule = { expected: `an ARN in ${region}, the region of platform.yaml`, fix: `Create it in ${region}` };
    wrong.push(source.problem(path, { what: `lies in the region ${ownRegion}`, ...rule }));
  }
  if (owner && ownAccount !== owner.accountId) {
    const rule = { expected: `an ARN in the ${owner.name} ${owner.accountId}`, fix: 'Create or import it there' };
    wrong.push(source.problem(path, { what: `belongs to the account ${ownAccount}`, ...rule }));
  }
  return wrong;
}
