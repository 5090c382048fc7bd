import { PassThrough } from 'node:stream';
import { UserError } from '@central-ingress/user-error';
import { confirmByTyping } from './typed-confirmation';

describe('confirmByTyping', () => {
  /** Asks on a terminal at which these keys are pressed. */
  const press = (keys: string): Promise<void> => {
    const input = new PassThrough();
    const output = Object.assign(new PassThrough(), { isTTY: true });
    const asked = confirmByTyping('destroy', 'main payments', { input, output });
    input.write(keys);
    return asked;
  };
  const refused = new UserError('destroy: not confirmed; nothing was changed.');

  it('goes on when the words are typed', async () => expect(await press('main payments\r')).toBeUndefined());

  it.each([
    ['other words', 'main\r'],
    ['nothing', '\r'],
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
    ['a part and Ctrl-C', 'main\u0003'],
  ])('takes %s for a no', async (_, keys) => {
    await expect(press(keys)).rejects.toThrow(refused);
  });
});
