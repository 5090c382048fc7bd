import type { TenantMove } from '@central-ingress/contract';
import { MOVE_STEPS, MOVE_TITLES } from './move-tenant';
import type { MoveStep } from './move-tenant';

/** A move as `--json` prints it. */
export interface MovePlan {
  readonly tenant: string;
  readonly move: TenantMove;
  readonly steps: readonly {
    readonly step: MoveStep;
    readonly title: string;
    readonly status: 'done' | 'next' | 'later';
    /** What has to be done by hand before it. */
    readonly before?: string;
    readonly command: string;
  }[];
  /** What to run after the last step. */
  readonly after: string;
}

/** The steps of a move with what is done of it. @param worldFlag ` --world <folder>`, or nothing */
export function movePlan(tenant: string, move: TenantMove, done: ReadonlySet<MoveStep>, worldFlag = ''): MovePlan {
  const next = MOVE_STEPS.find((step) => !done.has(step));
  const file = `apps/eks-service-account/tenants/${tenant}/tenant.yaml`;
  const edit =
    `in ${file} change exposure.internetVpc from ${move.from.internetVpc} to ${move.to.internetVpc}, and exposure.slot ` +
    `from ${move.from.slot} to ${move.to.slot}; nothing else in the same change`;
  return {
    tenant,
    move,
    steps: MOVE_STEPS.map((step) => ({
      step,
      title: MOVE_TITLES[step],
      status: done.has(step) ? 'done' : step === next ? 'next' : 'later',
      ...(step === 'settle' ? { before: edit } : {}),
      command: `npx ingress move ${tenant} --to ${move.to.internetVpc} --step ${step}${worldFlag}`,
    })),
    after: `npx ingress deploy ${tenant}${worldFlag}`,
  };
}

/** Renders a plan for people. */
export function renderMovePlan({ tenant, move, steps, after }: MovePlan): string {
  const symbols = { done: '✔', next: '▶', later: '·' };
  const lines = steps.flatMap(({ step, title, status, before, command }, index) => [
    `  ${symbols[status]} ${index + 1} ${step}: ${title}`,
    ...(status === 'done' ? [] : [...(before ? [`      first ${before}`] : []), `      ${command}`]),
  ]);
  const head =
    `${tenant} from ${move.from.internetVpc} (slot ${move.from.slot}) to ${move.to.internetVpc} ` +
    `(slot ${move.to.slot}; ${move.bridgeSlot} for the time of the move):`;
  return [head, ...lines, `  then ${after}, so that all its stacks follow the file`].join('\n');
}
