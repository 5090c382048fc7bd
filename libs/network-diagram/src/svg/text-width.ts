/** Widths of the characters from space to `~` in Helvetica, in thousandths of the size. @source Adobe Helvetica AFM */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
const OTHER = 1000;
/** Other fonts, and bold, are wider than Helvetica. */
export const RESERVE = 1.16;

/** Width that a text takes at most, in pixels, whatever sans-serif font the viewer has. */
export function textWidth(text: string, size: number): number {
  let thousandths = 0;
  for (const character of text) thousandths += WIDTHS[(character.codePointAt(0) ?? 0) - 32] ?? OTHER;
  return (thousandths / 1000) * size * RESERVE;
}

/** A text in lines that are no wider than `width`: broken at spaces, else after a dot, hyphen, slash or colon, else anywhere. */
export function wrap(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<= )/).flatMap((word) => fitting(word, width, size))) {
    if (line && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

function fitting(word: string, width: number, size: number): readonly string[] {
  if (textWidth(word.trimEnd(), size) <= width) return [word];
  const parts = word.split(/(?<=[.\-/:_])/);
  if (parts.length > 1) return parts.flatMap((part) => fitting(part, width, size));
  const characters = [...word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of characters) {
    if (piece && textWidth(piece + character, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
