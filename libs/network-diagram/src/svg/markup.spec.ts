import fc from 'fast-check';
import { element, escapeXml } from './markup';

describe('escapeXml', () => {
  it.each([
    [`<script>"&'`, '&lt;script&gt;&quot;&amp;&#39;'],
    ['a\u0000b\u001bc\uD800d', 'a\uFFFDb\uFFFDc\uFFFDd'],
    ['grün 界 😀', 'grün 界 😀'],
  ])('writes %j', (text, written) => {
    expect(escapeXml(text)).toBe(written);
  });

  it('leaves nothing that XML takes for more than text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeXml(text)).not.toMatch(
          /[<>"']|&(?!(amp|lt|gt|quot|#39);)|[\u0000-\u0008\u000b\u000c\u000e-\u001f]/,
        );
      }),
    );
  });
});

describe('element', () => {
  it('escapes attributes, rounds numbers and leaves out what is undefined', () => {
    expect(element('a', { b: '"', c: 1.25001, d: undefined })).toBe('<a b="&quot;" c="1.3"/>');
    expect(element('a', {}, 'text')).toBe('<a>text</a>');
  });
});
