import { shownChange } from './example-plan';
import { guardedUpdate } from './guarded-update';

const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-';

interface Service {
  readonly type?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

const EXTERNAL = { type: 'external', 'nlb-target-type': 'ip', scheme: 'internet-facing', name: 'acme-x-nlb' };

function service({ type = 'LoadBalancer', annotations = {} }: Service) {
  const named = Object.entries(annotations).map(([name, value]) => [PREFIX + name, value]);
  return { metadata: [{ annotations: Object.fromEntries(named) }], spec: [{ type, load_balancer_class: '' }] };
}

function update(before: Service, after: Service): readonly string[] {
  return guardedUpdate(
    shownChange('kubernetes_service_v1.internet', 'update', { before: service(before), after: service(after) }),
  );
}

describe('guardedUpdate', () => {
  it.each([
    ['type', 'nlb'],
    ['nlb-target-type', 'instance'],
    ['scheme', 'internal'],
    ['name', 'another'],
  ])('names the annotation %s, which would be %s', (name, value) => {
    expect(update({ annotations: EXTERNAL }, { annotations: { ...EXTERNAL, [name]: value } })).toEqual([PREFIX + name]);
  });

  it('names an annotation that is added or taken away', () => {
    expect(update({}, { annotations: { scheme: 'internal' } })).toEqual([`${PREFIX}scheme`]);
    expect(update({ annotations: { scheme: 'internal' } }, {})).toEqual([`${PREFIX}scheme`]);
  });

  it('names the type of a Service that would get or lose its load balancer', () => {
    expect(update({ type: 'ClusterIP' }, {})).toEqual(['spec.type']);
    expect(update({}, { type: 'ClusterIP' })).toEqual(['spec.type']);
  });

  it('names the class, and takes an empty one for none', () => {
    const before = service({});
    const spec = (load_balancer_class: string | null) => ({
      ...before,
      spec: [{ type: 'LoadBalancer', load_balancer_class }],
    });
    const to = (value: string | null) =>
      guardedUpdate(shownChange('kubernetes_service_v1.x', 'update', { before, after: spec(value) }));
    expect([to(null), to('service.k8s.aws/nlb')]).toEqual([[], ['spec.load_balancer_class']]);
  });

  it.each([
    [{ annotations: { ...EXTERNAL, 'ssl-cert': 'arn:old' } }, { annotations: { ...EXTERNAL, 'ssl-cert': 'arn:new' } }],
    [{ annotations: EXTERNAL }, { annotations: { ...EXTERNAL, attributes: 'deletion_protection.enabled=false' } }],
    [{ type: 'ClusterIP', annotations: { scheme: 'internal' } }, { type: 'ClusterIP' }],
  ])('lets %j become %j', (before, after) => {
    expect(update(before, after)).toEqual([]);
  });

  it('looks at Services alone', () => {
    const change = { before: service({}), after: service({ annotations: EXTERNAL }) };
    expect(guardedUpdate(shownChange('kubernetes_manifest.x', 'update', change))).toEqual([]);
  });
});
