import { askDns } from './dns-answer';

const failing = (code: string) => ({
  resolve4: () => Promise.reject(Object.assign(new Error(`queryA ${code} a.example.com`), { code })),
});

describe('askDns', () => {
  it('gives the addresses in order', async () => {
    const resolver = { resolve4: async () => ['10.0.0.9', '10.0.0.10'] };
    expect(await askDns(resolver, 'a.example.com', 1000)).toEqual({
      state: 'answered',
      addresses: ['10.0.0.10', '10.0.0.9'],
    });
  });

  it.each(['ENOTFOUND', 'ENODATA'])('takes %s for an answer: there is no such name', async (code) => {
    expect(await askDns(failing(code), 'a.example.com', 1000)).toEqual({ state: 'no such name' });
  });

  it.each(['ECONNREFUSED', 'ETIMEOUT', 'ESERVFAIL'])('takes %s for no answer', async (code) => {
    expect(await askDns(failing(code), 'a.example.com', 1000)).toEqual({
      state: 'untried',
      reason: `the DNS gives no answer for a.example.com here: queryA ${code} a.example.com`,
    });
  });

  it('waits no longer than it may', async () => {
    const silent = { resolve4: () => new Promise<never>(() => {}) };
    expect(await askDns(silent, 'a.example.com', 50)).toEqual({
      state: 'untried',
      reason: 'the DNS gives no answer for a.example.com here: no answer within 0.05 s',
    });
  });
});
