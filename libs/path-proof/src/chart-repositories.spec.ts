import { addonLock } from '@central-ingress/addon-lock';
import type { HelmRelease, NetworkModel } from '@central-ingress/network-model';
import { chartFindings } from './chart-repositories';
import { finding } from './finding';

const place = { key: 'a/x', stack: 'a', address: 'x', label: 'x' };
const findingsOf = (release: HelmRelease) =>
  chartFindings({ helmReleases: new Map([[release.key, release]]) } as unknown as NetworkModel);

describe('chartFindings', () => {
  it.each(Object.entries(addonLock().charts))('knows the address of %s as the lock has it', (chart, { repository }) => {
    const got = 'https://charts.example.com';
    expect([repository, got].map((each) => findingsOf({ ...place, chart, repository: each, values: {} }))).toEqual([
      [],
      [finding('chart-repository', place, { chart, got, expected: repository })],
    ]);
  });
});
