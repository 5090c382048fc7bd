import { line, text } from './shapes';
import { LINE } from './theme';

/** A part of the drawing whose height is known before its place. */
export interface Block {
  readonly height: number;
  draw(x: number, y: number): string;
}

/** Height of an arrow down with so many lines of text beside it. */
export function arrowHeight(labels: readonly string[]): number {
  return Math.max(26, 14 + labels.length * LINE.small);
}

/** An arrow down with text at its right side; `further` is how far it goes below the text. */
export function arrowDown(x: number, y: number, labels: readonly string[], further = 0): string {
  const height = arrowHeight(labels);
  const first = y + (height - labels.length * LINE.small) / 2 + 10;
  return [
    line(
      [
        [x, y],
        [x, y + height + further - 1],
      ],
      'flow',
    ),
    ...labels.map((label, index) => text(x + 10, first + index * LINE.small, 'label', label)),
  ].join('\n');
}
