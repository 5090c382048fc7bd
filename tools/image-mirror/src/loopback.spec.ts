import { isLoopback } from './loopback';

describe('isLoopback', () => {
  it.each(['127.0.0.1:5000', '127.0.0.1', 'localhost:5000/hub', '[::1]:5000'])('is true for %s', (registry) => {
    expect(isLoopback(registry)).toBe(true);
  });

  it.each(['127.0.0.1.example.com', 'localhost.example.com:80', '10.0.0.1:5000', '128.0.0.1', 'ghcr.io/localhost'])(
    'is false for %s',
    (registry) => {
      expect(isLoopback(registry)).toBe(false);
    },
  );
});
