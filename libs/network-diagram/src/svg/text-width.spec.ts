import fc from 'fast-check';
import { textWidth, wrap } from './text-width';

describe('textWidth', () => {
  it('grows with the text and its size, and counts what it does not know as wide', () => {
    expect(textWidth('iiii', 10)).toBeLessThan(textWidth('mmmm', 10));
    expect(textWidth('abc', 20)).toBeCloseTo(2 * textWidth('abc', 10));
    expect(textWidth('界', 10)).toBeCloseTo(11.6);
  });
});

describe('wrap', () => {
  it.each([
    ['one two three', 60, ['one two', 'three']],
    ['a-very-long.host.example.com', 100, ['a-very-long.', 'host.example.', 'com']],
    ['wwwwwwwwww', 50, ['wwww', 'wwww', 'ww']],
    ['', 50, ['']],
  ])('breaks %j at %d pixels', (text, width, lines) => {
    expect(wrap(text, width, 12)).toEqual(lines);
  });

  it('keeps every character and never goes over the width', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 30, max: 300 }), (text, width) => {
        const lines = wrap(text, width, 12);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(lines.filter((line) => textWidth(line, 12) > width)).toEqual([]);
      }),
    );
  });
});
