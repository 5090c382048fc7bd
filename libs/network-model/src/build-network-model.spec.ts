import fc from 'fast-check';
import { buildNetworkModel } from './build-network-model';
import type { JsonObject, JsonValue } from './json';
import { MalformedStackError } from './stack-document';
import { Derived, Reference, textOf } from './value';
import type { Value } from './value';

const provider = (account: string, alias?: string) => ({
  region: 'eu-central-1',
  allowed_account_ids: [account],
  ...(alias ? { alias } : {}),
});

/** A stack of account 1 that can also reach account 2 as `aws.other`. */
function stack(parts: JsonObject, account = '111111111111'): JsonObject {
  return { terraform: {}, provider: { aws: [provider(account), provider('222222222222', 'other')] }, ...parts };
}

/** The stacks' thing `aws_thing.x` after its attribute `value` is resolved. */
function resolved(stacks: Record<string, JsonObject>, name = 'a'): Value | undefined {
  return buildNetworkModel(stacks).resources.get(`${name}/aws_thing.x`)?.body['value'];
}

const thing = (value: JsonValue, more: JsonObject = {}): JsonObject => ({
  resource: { aws_thing: { x: { value } }, aws_vpc: { main: { cidr_block: '10.0.0.0/16', tags: { Name: 'net' } } } },
  ...more,
});
const vpcId = new Reference('a', 'aws_vpc.main', ['id']);

describe('buildNetworkModel resolves', () => {
  it.each<[string, JsonValue, unknown]>([
    ['what AWS decides to a reference', '${aws_vpc.main.id}', vpcId],
    ['what is configured to its value', '${aws_vpc.main.cidr_block}', '10.0.0.0/16'],
    ['a configured field of a block', '${aws_vpc.main.tags.Name}', 'net'],
    [
      'a field that a block does not say',
      '${aws_vpc.main.tags[0].Other}',
      new Reference('a', 'aws_vpc.main', ['tags', 0, 'Other']),
    ],
    ['text around a value', 'vpc ${aws_vpc.main.cidr_block}!', 'vpc 10.0.0.0/16!'],
    ['an entry of an object', '${{"b" = aws_vpc.main.id}["b"]}', vpcId],
    ['lookup of an entry', '${lookup({"b" = aws_vpc.main.id}, "b")}', vpcId],
    ["lookup's default", '${lookup({}, "b", "none")}', 'none'],
    ['a for over a known list', '${[for v in ["p", "q"] : "${v}-1"]}', ['p-1', 'q-1']],
    ['a for into a known map', '${{for v in [{"k" = "p", "i" = 1}] : v.k => v.i}["p"]}', 1],
    ['replace in text', '${replace("https://a", "https://", "")}', 'a'],
    ['a local', '${local.net}', vpcId],
  ])('%s', (_, value, expected) => {
    expect(resolved({ a: stack(thing(value, { locals: { net: '${aws_vpc.main.id}' } })) })).toEqual(expected);
  });

  it('the element of a list that is known later, by its field', () => {
    const locals = { by: '${{ for s in aws_vpc.main.configuration : s.subnet_id => s.ipv4 }}' };
    const value = resolved({ a: stack(thing('${local.by["s-1"]}', { locals })) });
    expect(textOf(value)).toBe('${a/aws_vpc.main.configuration[subnet_id = s-1].ipv4}');
    expect(value).toEqual(
      new Reference('a', 'aws_vpc.main', ['configuration', { where: 'subnet_id', equals: 's-1' }, 'ipv4']),
    );
  });

  it('replace in what is known later to a derived value', () => {
    expect(resolved({ a: stack(thing('${replace(aws_vpc.main.id, "a", "b")}')) })).toEqual(
      new Derived('replace', [vpcId, 'a', 'b']),
    );
  });

  const writer = (insecure: string, aliasOf?: string): JsonObject =>
    stack({
      resource: {
        aws_ssm_parameter: { p: { name: '/p', insecure_value: insecure, ...(aliasOf ? { provider: aliasOf } : {}) } },
        aws_vpc: { main: {} },
      },
    });
  const reader = (account: string, value = '${jsondecode(data.aws_ssm_parameter.r.insecure_value).id}') =>
    stack(thing(value, { data: { aws_ssm_parameter: { r: { name: '/p' } } } }), account);
  const handedOver = new Reference('w', 'aws_vpc.main', ['id'], ['w/aws_ssm_parameter.p']);

  it('a hand-over to what the other stack writes, in the account that its provider says', () => {
    const json = '${jsonencode({"id" = aws_vpc.main.id})}';
    expect(resolved({ w: writer(json), a: reader('111111111111') })).toEqual(handedOver);
    expect(resolved({ w: writer(json, 'aws.other'), a: reader('222222222222') })).toEqual(handedOver);
    expect(textOf(resolved({ w: writer(json, 'aws.other'), a: reader('111111111111') }))).toContain('jsondecode');
  });

  it('a hand-over through any number of stacks to the resource it came from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (length) => {
        const stacks: Record<string, JsonObject> = {};
        for (let index = 0; index <= length; index += 1) {
          const source = index ? 'jsondecode(data.aws_ssm_parameter.r.insecure_value).id' : 'aws_vpc.main.id';
          stacks[index === length ? 'a' : `s${index}`] = stack({
            data: { aws_ssm_parameter: { r: { name: `/p${index - 1}` } } },
            resource: {
              aws_vpc: { main: {} },
              aws_thing: { x: { value: `\${${source}}` } },
              aws_ssm_parameter: { p: { name: `/p${index}`, insecure_value: `\${jsonencode({"id" = ${source}})}` } },
            },
          });
        }
        const value = resolved(stacks) as Reference;
        expect([value.key, value.attribute, value.via.length]).toEqual(['s0/aws_vpc.main', 'id', length]);
      }),
    );
  });

  it('jsondecode of jsonencode to what went in', () => {
    const hcl = (json: JsonValue): string => {
      if (Array.isArray(json)) return `[${json.map(hcl).join(', ')}]`;
      if (typeof json !== 'object' || json === null) return JSON.stringify(json).replace(/([$%])(?=\{)/g, '$1$1');
      return `{${Object.entries(json)
        .map(([name, value]) => `${hcl(name)} = ${hcl(value ?? null)}`)
        .join(', ')}}`;
    };
    const texts = fc.string({ unit: fc.constantFrom('a', '"', '\\', '$', '{', '}', '\n', ' ') });
    const scalars = fc.oneof(texts, fc.integer(), fc.boolean(), fc.constant(null));
    const documents = fc.dictionary(
      texts.filter((key) => key !== '__proto__'),
      fc.oneof(scalars, fc.array(scalars)),
    );
    fc.assert(
      fc.property(documents, (document) => {
        expect(resolved({ a: stack(thing(`\${jsondecode(jsonencode(${hcl(document as JsonValue)}))}`)) })).toEqual({
          ...document,
        });
      }),
    );
  });
});

describe('buildNetworkModel notes', () => {
  const noted = (parts: JsonObject) =>
    buildNetworkModel({ a: stack(parts) }).problems.map(({ address, attribute, reason }) => [
      address,
      attribute,
      reason,
    ]);

  it.each<[string, JsonValue, string]>([
    ['a missing resource', '${aws_vpc.gone.id}', 'the stack has no aws_vpc.gone'],
    ['a missing local', '${local.gone}', 'the stack has no local gone'],
    ['a variable', '${var.region}', 'the stack has no var.region'],
    ['an unknown function', '${cidrhost("10.0.0.0/8", 1)}', 'the function cidrhost is not known for these arguments'],
    ['a conditional', '${aws_vpc.main.id ? 1 : 2}', 'has something else than "}" at character 18'],
    ['a splat', '${aws_vpc.main[*].id}', 'has no name or value at character 15'],
    ['what refers to itself', '${aws_thing.x.value}', 'it refers to itself'],
    ['a missing entry', '${{}["a"]}', 'there is no "a"'],
    [
      'a parameter that nobody writes',
      '${data.aws_ssm_parameter.r.insecure_value}',
      'no stack writes the parameter /gone of 111111111111 in eu-central-1',
    ],
    ['decoding what is no JSON', '${jsondecode("{")}', 'jsondecode needs JSON'],
    [
      'decoding what is known later',
      '${jsondecode(aws_vpc.main.id)}',
      'jsondecode needs a document that a stack encodes',
    ],
    ['an unusual for', '${{for v in aws_vpc.main.list : "x" => v}}', 'this for expression is not known'],
    ['an unresolved part of a list', ['${local.gone}'], 'the stack has no local gone'],
  ])('%s', (_, value, reason) => {
    const attribute = Array.isArray(value) ? 'value[0]' : 'value';
    expect(noted(thing(value, { data: { aws_ssm_parameter: { r: { name: '/gone' } } } }))).toEqual([
      ['aws_thing.x', attribute, reason],
    ]);
  });

  it('a literal where a resource of the stacks is expected', () => {
    const resource = { aws_subnet: { s: { vpc_id: 'vpc-1', availability_zone_id: 'euc1-az1' } } };
    expect(noted({ resource })).toEqual([['aws_subnet.s', 'vpc_id', 'expected id or arn of aws_vpc']]);
  });

  it('a reference to the wrong attribute', () => {
    const resource = { aws_vpc: { main: {} }, aws_subnet: { s: { vpc_id: '${aws_vpc.main.owner_id}' } } };
    expect(noted({ resource })).toEqual([['aws_subnet.s', 'vpc_id', 'expected id or arn of aws_vpc']]);
  });

  it.each([
    ['aws_lb_listener', { port: 'https' }, 'port', 'expected a number'],
    ['aws_lb', { internal: 'perhaps' }, 'internal', 'expected true or false'],
    ['aws_iam_role', { assume_role_policy: '{}' }, 'assume_role_policy', 'expected a policy document with statements'],
    [
      'aws_vpc_endpoint',
      { service_name: 'printer' },
      'service_name',
      'expected a service of AWS or the service_name of an endpoint service',
    ],
  ])('a value of the wrong kind in %s', (type, body, attribute, reason) => {
    expect(noted({ resource: { [type]: { x: body } } })).toEqual([[`${type}.x`, attribute, reason]]);
  });

  it.each([
    [[], 'the document: is no object; got a list'],
    [null, 'the document: is no object; got null'],
    [{ terraform: {}, resource: { aws_vpc: 'x' } }, 'resource.aws_vpc: is no object; got a string'],
    [{ terraform: {}, resource: { aws_vpc: { main: 3 } } }, 'aws_vpc.main: is no object; got a number'],
    [{ terraform: {}, locals: [] }, 'locals: is no object; got a list'],
  ])('rejects %j, which is no Terraform JSON', (json, message) => {
    expect(() => buildNetworkModel({ a: json as unknown as JsonObject })).toThrow(
      new MalformedStackError(`a: ${message}. Synthesize the stack again.`),
    );
  });

  it('rejects a document that no synthesis has written', () => {
    expect(() => buildNetworkModel({ a: {} })).toThrow(
      new MalformedStackError('a: terraform: is missing; expected a stack that ingress synth has written.'),
    );
  });
});
