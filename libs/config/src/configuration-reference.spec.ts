import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configJsonSchemas } from './json-schemas';
import { CLUSTER_ROWS } from './malformed/cluster-rows';
import { EXPOSURE_ROWS } from './malformed/exposure-rows';
import { PLATFORM_ROWS } from './malformed/platform-rows';
import { notices } from './notices';
import { parseWorld } from './parse-world';
import { DIRECT_TEXT, MAIN, PARTNER_API, PAYMENTS, PLATFORM, sampleFiles } from './sample-files';

const REFERENCE = readFileSync(join(__dirname, '../../../docs/configuration.md'), 'utf8');

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Every key of a schema by its path, e.g. `nodegroups.*.minSize`. */
function keysOf(schema: Schema, path = ''): readonly string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    return [at, ...keysOf(value, at)];
  });
  const { items, additionalProperties: values } = schema;
  return [
    ...own,
    ...(items ? keysOf(items, `${path}[]`) : []),
    ...(typeof values === 'object' ? keysOf(values, `${path}.*`) : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((form) => keysOf(form, path)),
  ];
}

/** The fenced blocks of one language. */
function blocks(language: string): readonly string[] {
  const found = REFERENCE.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'));
  return [...found].map(([, text = '']) => text);
}

describe('docs/configuration.md', () => {
  const described = Object.values(configJsonSchemas()).flatMap((schema) => keysOf(schema as Schema));
  // The forms of a host are explained in a section of their own.
  const inTables = [...new Set(described)].filter((key) => !key.startsWith('exposure.hosts[]'));

  it.each(inTables)('has a row for %s', (key) => {
    expect(REFERENCE).toContain(`\n| \`${key}\` `);
  });

  it('explains every form of a host', () => {
    const forms = described.filter((key) => key.startsWith('exposure.hosts[]')).map((key) => key.split('.').at(-1));
    expect(forms).toEqual(['name', 'hostedZone', 'certificateArn']);
    for (const form of forms) expect(REFERENCE.split('### Hosts')[1]).toContain(`\`${form}\``);
  });

  it('has examples that make a valid world together', () => {
    const [, platform = '', internetVpc = '', tenant = '', direct = ''] = blocks('yaml');
    const world = parseWorld([
      { path: PLATFORM, text: platform },
      { path: MAIN, text: internetVpc },
      { path: PAYMENTS, text: tenant },
      { path: PARTNER_API, text: direct },
    ]);
    expect(world.tenants.map(({ connectionName }) => connectionName)).toEqual(['partner-api', 'payments']);
  });

  it('quotes what is told of a direct tenant word by word', () => {
    const [direct] = notices(parseWorld(sampleFiles({ [PARTNER_API]: DIRECT_TEXT })));
    expect(REFERENCE).toContain(`\nnotice: ${direct?.tenant} ${direct?.text}\n`);
  });

  it('quotes problems word by word', () => {
    const said = [...CLUSTER_ROWS, ...EXPOSURE_ROWS, ...PLATFORM_ROWS].flatMap(({ says }) => says);
    const quoted = blocks('text')[0]?.trim().split('\n') ?? [];
    expect(quoted).toHaveLength(4);
    expect(said).toEqual(expect.arrayContaining(quoted));
  });
});
