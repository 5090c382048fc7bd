import { z } from 'zod';
import { internetVpcSchema } from './internet-vpc-schema';
import { platformSchema } from './platform-schema';
import { tenantSchema } from './tenant-schema';

const SCHEMAS = { platform: platformSchema, 'internet-vpc': internetVpcSchema, tenant: tenantSchema };

/**
 * JSON Schemas of the three files for editors, by file name, e.g. `tenant.schema.json`. Checks between values and
 * between files are not in them: those are `parseWorld`'s alone.
 */
export function configJsonSchemas(): Readonly<Record<string, object>> {
  const entries = Object.entries(SCHEMAS).map(([name, schema]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
    return [`${name}.schema.json`, { $schema, title: `${name}.yaml of central-ingress`, ...rest }];
  });
  return Object.fromEntries(entries) as Record<string, object>;
}
