import { element, escapeXml } from './markup';

/** A text at its baseline. */
export function text(x: number, y: number, className: string, content: string): string {
  return element('text', { x, y, class: className }, escapeXml(content));
}

/** A rectangle with round corners. */
export function box(x: number, y: number, width: number, height: number, className: string, radius = 6): string {
  return element('rect', { x, y, width, height, rx: radius, class: className });
}

/** A line through points; the last one has an arrow head when the line is a `flow`. */
export function line(points: readonly (readonly [number, number])[], className: 'flow' | 'link' | 'boundary'): string {
  const d = points.map(([x, y], index) => `${index ? 'L' : 'M'}${tenth(x)} ${tenth(y)}`).join('');
  return element('path', { d, class: className, ...(className === 'flow' ? { 'marker-end': 'url(#arrow)' } : {}) });
}

/** A shape with square corners through points. */
export function polygon(points: readonly (readonly [number, number])[], className: string): string {
  return element('polygon', { points: points.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join(' '), class: className });
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
