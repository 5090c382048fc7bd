import fc from 'fast-check';
import { SyntaxProblem } from './expression';
import type { Expression } from './expression';
import { parseTemplate } from './parse-expression';

const literal = (value: null | boolean | number | string): Expression => ({ type: 'literal', value });
const variable = (name: string): Expression => ({ type: 'variable', name });
const attribute = (of: Expression, name: string): Expression => ({ type: 'attribute', of, name });

const names = fc
  .stringMatching(/^[a-z_][a-z0-9_-]{0,6}$/)
  .filter((name) => !['for', 'null', 'true', 'false'].includes(name));
const { expression: expressions } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)).map(literal),
    names.map(variable),
    fc.tuple(names, names).map(([of, name]) => attribute(variable(of), name)),
    fc.tuple(names, tie('expression')).map(([of, index]): Expression => ({ type: 'index', of: variable(of), index })),
    fc
      .tuple(names, fc.array(tie('expression'), { maxLength: 3 }))
      .map(([name, args]): Expression => ({ type: 'call', name, args })),
    fc.array(tie('expression'), { maxLength: 3 }).map((items): Expression => ({ type: 'list', items })),
    fc
      .array(fc.tuple(fc.string().map(literal), tie('expression')), { maxLength: 3 })
      .map((entries): Expression => ({ type: 'object', entries })),
    fc
      .tuple(names, tie('expression'), tie('expression'), tie('expression'))
      .map(([name, collection, key, value]): Expression => ({ type: 'for', variable: name, collection, key, value })),
  ),
}));

/** Writes an expression as Terraform does. */
function written(node: Expression): string {
  switch (node.type) {
    case 'literal':
      return typeof node.value === 'string' ? quoted(node.value) : String(node.value);
    case 'variable':
      return node.name;
    case 'attribute':
      return `${written(node.of)}.${node.name}`;
    case 'index':
      return `${written(node.of)}[${written(node.index)}]`;
    case 'call':
      return `${node.name}(${node.args.map(written).join(', ')})`;
    case 'list':
      return `[${node.items.map(written).join(', ')}]`;
    case 'object':
      return `{${node.entries.map(([key, value]) => `${written(key)} = ${written(value)}`).join(', ')}}`;
    case 'for':
      return `{ for ${node.variable} in ${written(node.collection)} : ${node.key ? written(node.key) : ''} => ${written(node.value)} }`;
    case 'template':
      return `"${node.parts.map(written).join('')}"`;
  }
}

function quoted(text: string): string {
  const escaped = text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
  return `"${escaped.replace(/([$%])(?=\{)/g, '$1$1')}"`;
}

describe('parseTemplate', () => {
  it('reads back every expression that can be written', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        expect(parseTemplate(`\${${written(expression)}}`)).toEqual(expression);
      }),
    );
  });

  it('takes text without interpolation as it is', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[$%]\{/.test(text)),
        (text) => expect(parseTemplate(text)).toEqual(literal(text)),
      ),
    );
  });

  it.each<[string, Expression]>([
    ['', literal('')],
    ['$${not}', literal('${not}')],
    ['100%%{', literal('100%{')],
    ['a-${x}-b', { type: 'template', parts: [literal('a-'), variable('x'), literal('-b')] }],
    ['${aws_vpc.a-b_1.id}', attribute(attribute(variable('aws_vpc'), 'a-b_1'), 'id')],
    ['${["a", ]}', { type: 'list', items: [literal('a')] }],
    [
      '${{a = 1, "b": (2)}}',
      {
        type: 'object',
        entries: [
          [literal('a'), literal(1)],
          [literal('b'), literal(2)],
        ],
      },
    ],
    ['${"a${b}"}', { type: 'template', parts: [literal('a'), variable('b')] }],
    [
      '${[for s in x : s.id]}',
      { type: 'for', variable: 's', collection: variable('x'), value: attribute(variable('s'), 'id') },
    ],
    ['${"\\u00e9"}', literal('é')],
  ])('reads %j', (text, expression) => {
    expect(parseTemplate(text)).toEqual(expression);
  });

  it.each([
    ['${a', 'has something else than "}" at character 3'],
    ['${a ? b : c}', 'has something else than "}" at character 4'],
    ['${a[*].id}', 'has no name or value at character 4'],
    ['${"a}', 'has a text without its closing quote at character 5'],
    ['${"\\x"}', 'has the escape \\x at character 3'],
    ['%{ if a }b%{ endif }', 'has a template directive at character 2'],
    ['${[for k, v in x : v]}', 'has a for expression with two variables at character 8'],
    ['${}', 'has no name or value at character 2'],
  ])('rejects %j', (text, message) => {
    expect(() => parseTemplate(text)).toThrow(new SyntaxProblem(message, 0));
  });
});
