import { stripVTControlCharacters } from 'node:util';

/** What cdktf says of a run after Terraform has said what is wrong. */
const CDKTF_WORDS = /^(\d+ Stacks? |Error: terraform \w+ failed with exit code )/;

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
    // Terraform prints its errors in colour whatever cdktf is told; cdktf puts the stack before a block's first line.
    const plain = stripVTControlCharacters(line)
      .replace(/^.*?│ ?/, '')
      .replace(/^(?:[a-z][a-z0-9-]*)? {2,}(?=Error: |Warning: )/, '');
    if (CDKTF_WORDS.test(plain)) return;
    if (/^\s*Error: /.test(plain)) this.inside = true;
    if (/╵/.test(line) || /^\s*Warning: /.test(plain)) this.inside = false;
    if (this.inside && plain.trim() && this.lines.length < ErrorExcerpt.MAX_LINES) this.lines.push(plain.trimEnd());
  }

  /** The errors so far, empty when there was none. */
  public text(): string {
    return this.lines.join('\n');
  }
}
