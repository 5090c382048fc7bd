import fc from 'fast-check';
import { shownChange } from './example-plan';
import { changesOf, driftOf, GUARDED_TYPES } from './planned-change';
import type { ShownChange, ShownPlan } from './shown-plan';

const plan = (...resource_changes: ShownChange[]): ShownPlan => ({ resource_changes });

describe('changesOf', () => {
  it('leaves out reads and what stays, and names the attributes that differ', () => {
    const read: ShownChange = { ...shownChange('aws_vpc.read', 'create'), mode: 'data' };
    const same = shownChange('aws_vpc.same', 'update', { actions: ['no-op'], before: { x: 1 }, after: { x: 1 } });
    const updated = shownChange('aws_vpc.main', 'update', {
      before: { id: 'i', name: 'old', tags: { a: '1' }, empty: null },
      after: { name: 'new', tags: { a: '1' } },
      after_unknown: { id: true, tags: {} },
    });
    expect(changesOf(plan(read, same, updated))).toEqual([
      {
        address: 'aws_vpc.main',
        type: 'aws_vpc',
        kind: 'update',
        actions: ['update'],
        attributes: ['id', 'name'],
        replacedFor: [],
      },
    ]);
  });

  it.each<[string, Partial<ShownChange['change']>, Partial<ShownChange>, readonly string[]]>([
    [
      'paths',
      {
        replace_paths: [
          ['subnet_ids', 0],
          ['a', 1, 'b'],
        ],
      },
      {},
      ['subnet_ids[0]', 'a[1].b'],
    ],
    ['a path twice', { replace_paths: [['name'], ['name']] }, {}, ['name']],
    ['a taint', {}, { action_reason: 'replace_because_tainted' }, ['tainted']],
    ['a wish', {}, { action_reason: 'replace_by_request' }, ['asked for']],
    ['nothing', {}, {}, ['no reason given']],
  ])('tells what forces a replacement: %s', (_, change, more, expected) => {
    const [replaced] = changesOf(plan({ ...shownChange('aws_lb.main', 'replace', change), ...more }));
    expect([replaced?.kind, replaced?.replacedFor]).toEqual(['replace', expected]);
  });

  it.each([
    ['aws_lb.main', { load_balancer_type: 'application' }, 'ALB'],
    ['aws_lb.main', { load_balancer_type: 'network' }, 'NLB'],
    ['aws_vpc_endpoint_service.main', {}, 'endpoint service'],
    ['aws_vpc_endpoint.main', { vpc_endpoint_type: 'Interface' }, 'interface endpoint'],
    ['aws_vpc_endpoint.main', { vpc_endpoint_type: 'Gateway' }, undefined],
    ['aws_eks_cluster.main', {}, 'EKS cluster'],
    ['aws_acm_certificate.main', {}, 'certificate'],
    ['aws_s3_bucket.main', {}, 'S3 bucket'],
    ['aws_route53_zone.main', {}, 'hosted zone'],
    ['kubernetes_service_v1.internet', { spec: [{ type: 'LoadBalancer' }] }, 'Service with an NLB'],
    ['kubernetes_service_v1.inside', { spec: [{ type: 'ClusterIP' }] }, undefined],
    ['aws_vpc.main', {}, undefined],
  ])('guards %s %j as %s, replaced or destroyed', (address, before, word) => {
    for (const kind of ['replace', 'destroy'] as const) {
      expect(changesOf(plan(shownChange(address, kind, { before }))).map(({ guarded }) => guarded)).toEqual([word]);
    }
  });

  it('guards nothing that is created, updated or left to live on', () => {
    const addresses = GUARDED_TYPES.map((type) => `${type}.main`);
    const kinds = ['create', 'update', 'forget'] as const;
    const changes = changesOf(plan(...addresses.flatMap((address) => kinds.map((kind) => shownChange(address, kind)))));
    expect(changes).toHaveLength(addresses.length * kinds.length);
    expect(changes.filter(({ guarded }) => guarded)).toEqual([]);
  });

  it('never carries a value, whatever is in the plan', () => {
    const secret = 'S3cr3t!';
    const kinds = fc.constantFrom('create', 'update', 'replace', 'destroy' as const);
    const values = fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), fc.constantFrom(secret, [secret], { a: secret }));
    fc.assert(
      fc.property(kinds, values, values, (kind, before, after) => {
        const shown = plan(shownChange('aws_db_instance.main', kind, { before, after, replace_paths: [['password']] }));
        expect(JSON.stringify(changesOf(shown))).not.toContain(secret);
      }),
    );
  });
});

describe('driftOf', () => {
  it('tells what differs and what is gone, and not what only changed its way of being empty', () => {
    const changed = shownChange('aws_vpc.main', 'update', { before: { tags: { a: '1' } }, after: { tags: {} } });
    const gone = shownChange('aws_lb.main', 'destroy', { before: { name: 'x' } });
    const nothing = shownChange('aws_vpc.other', 'update', { before: { tags: null, ids: [] }, after: { tags: {} } });
    const drift = driftOf({ resource_drift: [changed, gone, nothing], resource_changes: [gone] });
    expect(drift.map(({ address, kind, attributes }) => [address, kind, attributes])).toEqual([
      ['aws_vpc.main', 'update', ['tags']],
      ['aws_lb.main', 'destroy', ['name']],
    ]);
  });
});
