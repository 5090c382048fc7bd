import { Command } from 'commander';
import { allowOption } from './allow-option';
import { concurrencyOption } from './concurrency-option';
import { givenFlags } from './given-flags';

describe('givenFlags', () => {
  const flags = (...args: readonly string[]): string => {
    const command = new Command('deploy')
      .argument('[names...]')
      .addOption(concurrencyOption())
      .addOption(allowOption())
      .option('-y, --yes', 'no question')
      .option('--world <folder>', 'world');
    return givenFlags(command.parse(args, { from: 'user' }), ['--world']);
  };

  it('gives the options back that were given, and no default', () => {
    expect(flags('main')).toBe('');
    expect(flags('main', '-c', '2', '--yes')).toBe(' --concurrency 2 --yes');
  });

  it('leaves out what is said otherwise', () => expect(flags('--world', '..', '-y')).toBe(' --yes'));

  it('repeats what was repeated, as one word each for a shell', () => {
    expect(flags('--allow', 'main-alb:aws_lb.alb', '--allow', `aws_lb.a["it's"]`)).toBe(
      String.raw` --allow main-alb:aws_lb.alb --allow 'aws_lb.a["it'\''s"]'`,
    );
  });
});
