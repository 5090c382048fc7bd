import type { World } from '@central-ingress/config';
import { exampleDirectTenant, exampleWorld } from '@central-ingress/fixtures';
import { stackGraph } from '@central-ingress/stack-graph';
import { App } from 'cdktf';
import { addCentralStacks } from './add-central-stacks';

function worldWithDirect(): World {
  const world = exampleWorld();
  return { ...world, tenants: [exampleDirectTenant(), ...world.tenants] };
}

function namesOf(...wanted: string[]): readonly string[] {
  const app = new App({ stackTraces: false });
  addCentralStacks(app, worldWithDirect(), wanted.length ? new Set(wanted) : undefined);
  return app.node.children.map(({ node }) => node.id);
}

describe('addCentralStacks', () => {
  it('adds every central stack of the stack table', () => {
    const table = stackGraph(worldWithDirect()).filter(({ app }) => app === 'central-internet-account');
    expect(new Set(namesOf())).toStrictEqual(new Set(table.map(({ name }) => name)));
  });

  it('adds only the stacks of wanted owners', () => {
    expect(namesOf('central')).toStrictEqual(['central-roles']);
    expect(namesOf('main')).toStrictEqual(['main-networking', 'main-alb']);
    expect(namesOf('storefront')).toStrictEqual(['storefront-registration', 'storefront-connection']);
    expect(namesOf('partner-api')).toStrictEqual(['partner-api-registration']);
    expect(namesOf('nobody')).toStrictEqual([]);
  });
});
