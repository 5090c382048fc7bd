import { box, text } from './shapes';
import { wrap } from './text-width';
import { LINE, SIZE } from './theme';
import type { Tone } from './theme';

const PAD = 10;

/** A box with a bold title and lines of text, as high as its text. */
export interface Card {
  readonly width: number;
  readonly height: number;
  /** @param height default: its own; a higher one leaves room below the text */
  draw(x: number, y: number, height?: number): string;
}

/** Lays the texts of a card out; no text is cut, long ones take more lines. */
export function card(tone: Tone, width: number, title: string, lines: readonly string[]): Card {
  const inner = width - 2 * PAD;
  const titles = wrap(title, inner, SIZE.title);
  const body = lines.flatMap((entry) => wrap(entry, inner, SIZE.body));
  const own = 8 + titles.length * LINE.title + body.length * LINE.body + 6;
  return {
    width,
    height: own,
    draw: (x, y, height = own) => {
      const firstBody = y + 6 + titles.length * LINE.title;
      return [
        box(x, y, width, height, `card ${tone}`),
        ...titles.map((entry, index) => text(x + PAD, y + 20 + index * LINE.title, 'title', entry)),
        ...body.map((entry, index) => text(x + PAD, firstBody + 13 + index * LINE.body, 'body', entry)),
      ].join('\n');
    },
  };
}
