/** A box of a drawing, read from its SVG. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Its classes, e.g. `card guard`. */
  readonly kind: string;
}

/** An arrow that ends this near to a card belongs to it. */
const REACH = 12;
const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** The boxes with round corners, in the order in which they are drawn. */
export function rectangles(svg: string): readonly Rectangle[] {
  return [
    ...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="[\d.]+" class="([^"]+)"/g),
  ].map(([, x, y, width, height, kind = '']) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
    kind,
  }));
}

/** The lines of text in the order in which they are drawn, each with the place where it begins. */
export function texts(svg: string) {
  return [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" class="([^"]+)">([^<]*)</g)].map(
    ([, x, y, kind = '', content = '']) => ({
      x: Number(x),
      y: Number(y),
      kind,
      content: content.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => CHARACTERS[name] ?? ''),
    }),
  );
}

/** Everything that is said, card by card: the lines of one card with bars between them. */
export function said(svg: string): readonly string[] {
  const found = new Map<Rectangle | string, string[]>();
  for (const { x, y, content } of texts(svg)) {
    const card = cardsOf(svg).findLast((each) => distance(each, x, y) === 0);
    const place = card ? JSON.stringify(card) : `${x} ${y}`;
    found.set(place, [...(found.get(place) ?? []), content]);
  }
  return [...found.values()].map((lines) => lines.join(' | '));
}

/** Each arrow by the first lines of the cards that it joins, e.g. `Target group -> Interface endpoint x`. */
export function arrows(svg: string): readonly string[] {
  const cards = cardsOf(svg);
  const nameAt = ([x = 0, y = 0]: readonly number[] = []): string => {
    const card = cards.find((each) => distance(each, x, y) <= REACH);
    return (card && texts(svg).find((text) => distance(card, text.x, text.y) === 0)?.content) ?? 'nothing';
  };
  return [...svg.matchAll(/<path d="M([^"]+)" class="flow" marker-end="url\(#arrow\)"/g)].map(([, path = '']) => {
    const points = path.split('L').map((point) => point.split(' ').map(Number));
    return `${nameAt(points[0])} -> ${nameAt(points.at(-1))}`;
  });
}

function cardsOf(svg: string): readonly Rectangle[] {
  return rectangles(svg).filter(({ kind }) => kind.startsWith('card'));
}

function distance({ x, y, width, height }: Rectangle, toX: number, toY: number): number {
  return Math.hypot(Math.max(x - toX, 0, toX - x - width), Math.max(y - toY, 0, toY - y - height));
}
