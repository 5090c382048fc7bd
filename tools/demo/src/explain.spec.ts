import { EMULATOR_DIFFERENCES } from '@central-ingress/emulator';
import { explain } from './explain';

const change = { stack: 'main-alb', address: 'aws_lb.alb', type: 'aws_lb', actions: ['update'], attributes: ['name'] };

describe('explain', () => {
  it('finds nothing to explain in no changes', () => {
    expect(explain([])).toEqual({ known: [], unknown: [] });
  });

  it('tells every attribute that no difference explains', () => {
    expect(explain([{ ...change, attributes: ['name', 'internal'] }])).toEqual({
      known: [],
      unknown: ['main-alb: aws_lb.alb: update of name', 'main-alb: aws_lb.alb: update of internal'],
    });
  });

  it('explains no creation and no destruction by a difference of one attribute', () => {
    const unknown = ['main-alb: aws_lb.alb: delete/create of *'];
    expect(explain([{ ...change, actions: ['delete', 'create'] }]).unknown).toEqual(unknown);
  });

  it('takes an attribute that the list names as known, with its reason', () => {
    const differences = [{ resource: 'aws_lb', attribute: 'name', reason: 'it shouts' }];
    expect(explain([change], differences).known).toEqual(['main-alb: aws_lb.alb: update of name: it shouts']);
  });

  it('reads the one list of differences, of which each entry says all three things', () => {
    for (const { resource, attribute, reason } of EMULATOR_DIFFERENCES) {
      expect([resource, attribute, reason].every((text) => text.length > 0)).toBe(true);
    }
  });
});
