import { CATALOGUE } from './catalogue';
import type { Catalogue, FindingCode } from './catalogue';

/** Something that is wrong, where, and what would likely mend it. */
export interface Finding {
  /** Entry of the catalogue, stable over releases, e.g. `listener-protocol`. */
  readonly code: FindingCode;
  /** Hop of the path or guard that found it. */
  readonly hop: string;
  readonly stack: string;
  /** Resource as Terraform prints it; only its type where the resource is missing. */
  readonly address: string;
  readonly message: string;
  readonly fix: string;
}

/** A resource, or the place where one is missing. */
export interface Place {
  readonly stack: string;
  readonly address: string;
}

/** Names in braces of a catalogue text. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What a finding of the catalogue needs to be told. */
export type FindingValues<Code extends FindingCode> = Readonly<
  Record<Placeholders<Catalogue[Code]['wrong'] | Catalogue[Code]['fix']>, string | number>
>;

/** Makes a finding of the catalogue at a place; `values` fill the names in braces. */
export function finding<Code extends FindingCode>(code: Code, at: Place, values: FindingValues<Code>): Finding {
  const { hop, wrong, fix } = CATALOGUE[code];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String((values as Record<string, string | number>)[name]));
  return { code, hop, stack: at.stack, address: at.address, message: fill(wrong), fix: fill(fix) };
}
