import { found } from '../reading/reading';
import { itJudges } from '../rehearsal/cases';
import type { Path } from '../rehearsal/cases';
import { healthyPath, paymentsExpectation } from '../rehearsal/healthy-path';
import { podHop } from './health-hops';

const target = (State: string, Reason?: string, Id = '10.12.0.10') => ({
  Target: { Id, Port: 443 },
  TargetHealth: { State: State as 'unhealthy', ...(Reason ? { Reason: Reason as 'Target.Timeout' } : {}) },
});
const healthyTargets = ['10.12.0.10', '10.12.2.10', '10.12.4.10'].map((id) => target('healthy', undefined, id));
const withRoute = (change: (route: Path['route']) => Partial<Path['route']>) => (path: Path) => ({
  route: { ...path.route, ...change(path.route) },
});

describe('targetHop, podHop', () => {
  itJudges([
    ['targets', 'fail', 'no target is registered', withRoute(() => ({ health: found([]) }))],
    [
      'targets',
      'fail',
      '10.12.4.10:443 of the endpoint is no target',
      withRoute(() => ({ health: found(healthyTargets.slice(0, 2)) })),
    ],
    [
      'targets',
      'fail',
      '10.12.9.9:443 is no address of the endpoint',
      withRoute(() => ({ health: found([...healthyTargets, target('healthy', undefined, '10.12.9.9')]) })),
    ],
    [
      'targets',
      'warn',
      '10.12.0.10:443 is unhealthy (Target.Timeout)',
      withRoute(() => ({ health: found([target('unhealthy', 'Target.Timeout'), ...healthyTargets.slice(1)]) })),
    ],
    [
      'targets',
      'fail',
      '10.12.0.10:443 is unhealthy (Target.ResponseCodeMismatch)',
      withRoute(() => ({ health: found([target('unhealthy', 'Target.ResponseCodeMismatch')]) })),
    ],
    ['pods', 'fail', 'no pod is registered', (path) => ({ pods: { ...path.pods, health: found([]) } })],
    [
      'pods',
      'fail',
      '10.11.3.4:443 is unhealthy (Target.FailedHealthChecks)',
      (path) => ({
        pods: { ...path.pods, health: found([target('unhealthy', 'Target.FailedHealthChecks', '10.11.3.4')]) },
      }),
    ],
    [
      'pods',
      'warn',
      '10.11.3.4:443 is initial (Elb.InitialHealthChecking)',
      (path) => ({
        pods: { ...path.pods, health: found([target('initial', 'Elb.InitialHealthChecking', '10.11.3.4')]) },
      }),
    ],
  ]);

  it('sends somebody whose pods are missing to the add-ons', () => {
    const pods = { ...healthyPath().pods, health: found([]) };
    expect(podHop({ ...healthyPath(), pods }, paymentsExpectation()).findings[0]?.fix).toBe(
      'Deploy the add-ons stack, payments-addons; if it stands, look at the TargetGroupBinding and at the log of the ' +
        'AWS Load Balancer Controller.',
    );
  });
});
