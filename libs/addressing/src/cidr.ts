/** An IPv4 block in CIDR notation whose host bits are all zero, e.g. `10.11.0.0/16`; made by {@link parseCidr} only. */
export type Cidr = string & { readonly __cidr: unique symbol };

interface Block {
  readonly first: number;
  readonly prefixLength: number;
}

const SHAPE = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

function toNumber(octets: readonly number[]): number {
  return octets.reduce((sum, octet) => sum * 256 + octet, 0);
}

function toText(address: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
}

function sizeOf(prefixLength: number): number {
  return 2 ** (32 - prefixLength);
}

function blockOf(cidr: Cidr): Block {
  const [address = '', length = ''] = cidr.split('/');
  return { first: toNumber(address.split('.').map(Number)), prefixLength: Number(length) };
}

/**
 * Says why a text is no CIDR block, or `undefined` when it is one.
 * Shape: `a.b.c.d/n`, octets 0-255 without leading zeros, n 0-32, host bits zero.
 */
export function cidrProblem(text: string): string | undefined {
  const match = SHAPE.exec(text);
  if (!match) return 'expected an IPv4 block like 10.11.0.0/16';
  const parts = match.slice(1);
  if (parts.some((part) => part.length > 1 && part.startsWith('0'))) return 'expected numbers without leading zeros';
  const numbers = parts.map(Number);
  const prefixLength = numbers[4] ?? 33;
  if (numbers.slice(0, 4).some((octet) => octet > 255)) return 'expected each of the four numbers to be 0 to 255';
  if (prefixLength > 32) return 'expected a prefix length of 0 to 32';
  const first = toNumber(numbers.slice(0, 4));
  const size = sizeOf(prefixLength);
  const start = Math.floor(first / size) * size;
  return start === first ? undefined : `expected the first address of the block, ${toText(start)}/${prefixLength}`;
}

/**
 * Turns a text into a {@link Cidr}.
 * @throws RangeError when {@link cidrProblem} finds one.
 */
export function parseCidr(text: string): Cidr {
  const problem = cidrProblem(text);
  if (problem) throw new RangeError(`${JSON.stringify(text)}: ${problem}`);
  return text as Cidr;
}

/** Prefix length of a block, e.g. 16 for `10.11.0.0/16`. */
export function prefixLength(cidr: Cidr): number {
  return blockOf(cidr).prefixLength;
}

/** Number of addresses in a block, AWS's five reserved ones included. */
export function addressCount(cidr: Cidr): number {
  return sizeOf(prefixLength(cidr));
}

/**
 * The `index`-th block of `length` bits inside `cidr`, as Terraform's `cidrsubnet` counts them.
 * Example: `subnetAt('10.12.0.0/16', 23, 64)` is `10.12.128.0/23`.
 * @throws RangeError when the block is too small for that index.
 */
export function subnetAt(cidr: Cidr, length: number, index: number): Cidr {
  const block = blockOf(cidr);
  const room = Math.floor(2 ** (length - block.prefixLength));
  if (length > 32 || !Number.isInteger(index) || index < 0 || index >= room) {
    throw new RangeError(`${cidr} has no /${length} block number ${index}; it holds ${room}`);
  }
  return `${toText(block.first + index * sizeOf(length))}/${length}` as Cidr;
}

/** True when every address of `inner` lies in `outer`. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  const [o, i] = [blockOf(outer), blockOf(inner)];
  return i.prefixLength >= o.prefixLength && i.first >= o.first && i.first < o.first + sizeOf(o.prefixLength);
}

/** True when two blocks share an address. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return contains(a, b) || contains(b, a);
}
