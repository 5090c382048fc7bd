import type { World } from '@central-ingress/config';
import { exampleInternetVpc, exampleWorld } from '@central-ingress/fixtures';
import { SynthesizedStack } from '@central-ingress/testing';
import { App, TerraformStack } from 'cdktf';
import { addCentralStacks } from './add-central-stacks';
import { addMoveStacks } from './add-move-stacks';

const world: World = {
  ...exampleWorld(),
  internetVpcs: [exampleInternetVpc(), { ...exampleInternetVpc('second'), hostedZone: 'lookup' }],
};
const move = { from: { internetVpc: 'main', slot: 1 }, to: { internetVpc: 'second', slot: 4 }, bridgeSlot: 5 };
const stacksOf = (add: (app: App) => void): Readonly<Record<string, SynthesizedStack>> => {
  const app = new App({ stackTraces: false });
  add(app);
  const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
  return Object.fromEntries(stacks.map((stack) => [stack.node.id, new SynthesizedStack(stack as TerraformStack)]));
};
const moved = (switched: boolean) => stacksOf((app) => addMoveStacks(app, world, 'payments', { move, switched }));
const typesOf = (stack: SynthesizedStack | undefined) =>
  [...(stack?.blocks().values() ?? [])].flatMap(({ address, type }) => (address.startsWith('data.') ? [] : type));

describe('addMoveStacks', () => {
  const { 'payments-bridge': bridge, 'payments-connection': connection } = moved(false);

  it('adds the two connections and nothing else', () => {
    expect(Object.keys(moved(false)).sort()).toEqual(['payments-bridge', 'payments-connection']);
  });

  it('leaves the connection as it is until the records are switched', () => {
    const plain = stacksOf((app) => addCentralStacks(app, world, new Set(['payments'])));
    expect(connection?.json).toEqual(plain['payments-connection']?.json);
  });

  it('changes nothing of the connection but where its records lead', () => {
    const record = (stack: SynthesizedStack | undefined) =>
      stack?.at('route/records/payments.apps.example.com').body['alias'] as Readonly<Record<string, unknown>>;
    const switched = moved(true)['payments-connection'];
    const parameter = switched?.at('records-alb/parameter');
    expect(parameter?.body['name']).toBe('/acme/internet-vpc/second/alb');
    expect(JSON.stringify(record(switched))).toContain('aws_ssm_parameter.records-alb');
    expect(record(switched)).not.toEqual(record(connection));
    const others = (stack: SynthesizedStack | undefined) =>
      [...(stack?.blocks().entries() ?? [])].filter(([path]) => !/^(records-alb|route\/records)\//.test(path));
    expect(others(switched)).toEqual(others(connection));
  });

  it('makes the bridge in the new internet VPC, under names, a slot and a state of its own, without records', () => {
    expect(typesOf(connection)).toContain('aws_route53_record');
    expect(typesOf(bridge)).not.toContain('aws_route53_record');
    expect(bridge?.json['terraform']?.['backend']?.['s3']).toMatchObject({ key: 'payments/bridge/connection' });
    expect(bridge?.at('networking/parameter').body['name']).toBe('/acme/internet-vpc/second/networking');
    expect(bridge?.at('service/endpointservice').body['name']).toBe('vpces-service-name-payments');
    expect(bridge?.at('route/target-group/target_group').body['name']).toBe('acme-payments-next');
    expect(bridge?.at('route/rules/alb_listener_rule-1').body['priority']).toBe(101);
    expect(typesOf(bridge).sort()).toEqual(
      typesOf(connection)
        .filter((type) => type !== 'aws_route53_record')
        .sort(),
    );
  });

  it('rejects a tenant that the world does not have', () => {
    const add = (app: App): void => addMoveStacks(app, world, 'nobody', { move, switched: false });
    expect(() => stacksOf(add)).toThrow('no central tenant nobody in this world');
  });
});
