import { stripVTControlCharacters } from 'node:util';

/**
 * Picks Terraform's errors out of what a command prints: from a line with `Error:` to the end of its box, or to the
 * next warning where Terraform draws no boxes.
 */
export class ErrorExcerpt {
  private static readonly MAX_LINES = 40;
  private readonly lines: string[] = [];
  private inside = false;

  /** Notes one line of output. */
  public add(line: string): void {
    // Terraform prints its errors in colour whatever cdktf is told.
    const plain = stripVTControlCharacters(line).replace(/^.*?│ ?/, '');
    if (/^\s*Error: /.test(plain)) this.inside = true;
    if (/╵/.test(line) || /^\s*Warning: /.test(plain)) this.inside = false;
    if (this.inside && plain.trim() && this.lines.length < ErrorExcerpt.MAX_LINES) this.lines.push(plain.trimEnd());
  }

  /** The errors so far, empty when there was none. */
  public text(): string {
    return this.lines.join('\n');
  }
}
