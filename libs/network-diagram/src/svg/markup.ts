/** Attributes of an element; numbers are rounded to a tenth so that the same drawing has the same bytes. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with text or elements in it, which are already {@link escapeXml escaped}. */
export function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${typeof value === 'number' ? rounded(value) : escapeXml(value)}"`,
  );
  return content === undefined ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

/** Text as XML holds it; characters that XML 1.0 does not allow become a replacement character. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
