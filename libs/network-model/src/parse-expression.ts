import type { Expression } from './expression';
import { SyntaxProblem } from './expression';

const IDENTIFIER = /[A-Za-z_][A-Za-z0-9_-]*/y;
const NUMBER = /-?\d+(?:\.\d+)?/y;
const SPACE = /\s*/y;
/** Text up to the next character that may mean something; that character alone when it means nothing. */
const RUN = /[^$%]+|[$%]/y;
const QUOTED_RUN = /[^$%"\\]+|[$%]/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const CONSTANTS: Readonly<Record<string, null | boolean>> = { null: null, true: true, false: false };

/**
 * Parses a string of Terraform JSON, which is a template: text with `${…}` in it.
 * A template that is one `${…}` and nothing else is that expression itself.
 * @throws SyntaxProblem when it uses what is not known: directives, operators, conditionals, splats
 */
export function parseTemplate(text: string): Expression {
  const parser = new Parser(text);
  const parts = parser.templateParts(undefined);
  if (parts.length === 1 && parts[0]) return parts[0];
  return parts.length ? { type: 'template', parts } : { type: 'literal', value: '' };
}

/** Recursive descent over the characters: Terraform's strings nest templates, so words depend on where they stand. */
class Parser {
  private position = 0;

  constructor(private readonly text: string) {}

  /** Text and interpolations up to the closing quote, or up to the end for a template that is a JSON string. */
  templateParts(quote: '"' | undefined): Expression[] {
    const parts: Expression[] = [];
    let literal = '';
    const flush = (): void => {
      if (literal) parts.push({ type: 'literal', value: literal });
      literal = '';
    };
    for (;;) {
      const character = this.text[this.position];
      if (character === undefined) {
        if (quote) throw this.problem('a text without its closing quote');
        break;
      }
      if (character === quote) break;
      if (this.take('$${')) literal += '${';
      else if (this.take('%%{')) literal += '%{';
      else if (this.take('%{')) throw this.problem('a template directive');
      else if (this.take('${')) {
        flush();
        parts.push(this.expression());
        this.expect('}');
      } else if (quote && character === '\\') {
        literal += this.escape();
      } else {
        // Whole runs at once: a policy has thousands of characters between two interpolations.
        literal += this.match(quote ? QUOTED_RUN : RUN) ?? character;
      }
    }
    flush();
    return parts;
  }

  private escape(): string {
    const character = this.text[this.position + 1] ?? '';
    const known = ESCAPES[character];
    if (known !== undefined) {
      this.position += 2;
      return known;
    }
    const code = /^\\u([0-9a-fA-F]{4})/.exec(this.text.slice(this.position, this.position + 6))?.[1];
    if (!code) throw this.problem(`the escape \\${character}`);
    this.position += 6;
    return String.fromCharCode(parseInt(code, 16));
  }

  private expression(): Expression {
    let expression = this.primary();
    for (;;) {
      this.space();
      if (this.text[this.position] === '.' && this.text[this.position + 1] !== '.') {
        this.position += 1;
        expression = { type: 'attribute', of: expression, name: this.identifier() };
      } else if (this.take('[')) {
        const index = this.expression();
        this.expect(']');
        expression = { type: 'index', of: expression, index };
      } else {
        return expression;
      }
    }
  }

  private primary(): Expression {
    this.space();
    const number = this.match(NUMBER);
    if (number !== undefined) return { type: 'literal', value: Number(number) };
    if (this.take('"')) return this.quoted();
    if (this.take('(')) {
      const inner = this.expression();
      this.expect(')');
      return inner;
    }
    if (this.take('[')) return this.list();
    if (this.take('{')) return this.object();
    const name = this.identifier();
    if (name in CONSTANTS) return { type: 'literal', value: CONSTANTS[name] ?? null };
    return this.take('(') ? { type: 'call', name, args: this.items(')') } : { type: 'variable', name };
  }

  private quoted(): Expression {
    const parts = this.templateParts('"');
    this.expect('"');
    const [only] = parts;
    if (!only) return { type: 'literal', value: '' };
    return parts.length === 1 && only.type === 'literal' ? only : { type: 'template', parts };
  }

  private list(): Expression {
    return this.takeWord('for') ? this.forExpression(']') : { type: 'list', items: this.items(']') };
  }

  private items(end: string): Expression[] {
    const items: Expression[] = [];
    while (!this.takeAfterSpace(end)) {
      items.push(this.expression());
      if (!this.takeAfterSpace(',')) {
        this.expect(end);
        break;
      }
    }
    return items;
  }

  private object(): Expression {
    if (this.takeWord('for')) return this.forExpression('}');
    const entries: [Expression, Expression][] = [];
    while (!this.takeAfterSpace('}')) {
      const key = this.expression();
      if (!this.takeAfterSpace('=')) this.expect(':');
      // A bare word before `=` is a name, not a variable.
      entries.push([key.type === 'variable' ? { type: 'literal', value: key.name } : key, this.expression()]);
      if (!this.takeAfterSpace(',')) {
        this.expect('}');
        break;
      }
    }
    return { type: 'object', entries };
  }

  private forExpression(end: string): Expression {
    const variable = this.identifier();
    if (!this.takeWord('in')) throw this.problem('a for expression with two variables');
    const collection = this.expression();
    this.expect(':');
    const first = this.expression();
    const value = this.takeAfterSpace('=>') ? this.expression() : undefined;
    this.expect(end);
    return { type: 'for', variable, collection, ...(value ? { key: first, value } : { value: first }) };
  }

  private identifier(): string {
    this.space();
    const name = this.match(IDENTIFIER);
    if (name === undefined) throw this.problem('no name or value');
    return name;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.position += found.length;
    return found;
  }

  private space(): void {
    this.match(SPACE);
  }

  private take(token: string): boolean {
    const found = this.text.startsWith(token, this.position);
    if (found) this.position += token.length;
    return found;
  }

  private takeAfterSpace(token: string): boolean {
    this.space();
    return this.take(token);
  }

  private takeWord(word: string): boolean {
    this.space();
    const start = this.position;
    if (this.match(IDENTIFIER) === word) return true;
    this.position = start;
    return false;
  }

  private expect(token: string): void {
    if (!this.takeAfterSpace(token)) throw this.problem(`something else than "${token}"`);
  }

  private problem(found: string): SyntaxProblem {
    return new SyntaxProblem(`has ${found} at character ${this.position}`, this.position);
  }
}
