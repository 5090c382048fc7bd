import { movePlan, renderMovePlan } from './move-plan';

const move = { from: { internetVpc: 'main', slot: 1 }, to: { internetVpc: 'second', slot: 4 }, bridgeSlot: 5 };

describe('renderMovePlan', () => {
  it('tells what is done, what is next with its command, and the one edit of the file', () => {
    const plan = movePlan('payments', move, new Set(['prepare', 'switch']), ' --world w');
    expect(renderMovePlan(plan)).toBe(
      `payments from main (slot 1) to second (slot 4; 5 for the time of the move):
  ✔ 1 prepare: make a second connection in the new internet VPC, and wait until its targets are healthy
  ✔ 2 switch: lead the hosts' records to the new ALB, and wait until resolvers have forgotten the old one
  ▶ 3 settle: make the connection anew in the new internet VPC, as the changed file says; the second one serves meanwhile
      first in apps/eks-service-account/tenants/payments/tenant.yaml change exposure.internetVpc from main to second, and exposure.slot from 1 to 4; nothing else in the same change
      npx ingress move payments --to second --step settle --world w
  · 4 finish: remove the second connection, and let deployments in again
      npx ingress move payments --to second --step finish --world w
  then npx ingress deploy payments --world w, so that all its stacks follow the file`,
    );
  });
});
