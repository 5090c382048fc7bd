/** A `g` after the generation's digits, as in `m7g` or `c6gn`, is a Graviton processor; `a1` is the first of them. */
const GRAVITON = /^(?:a1|[a-z]+[0-9]+g[a-z]*)\./;

/**
 * Whether an instance type, e.g. `m7g.large`, has an ARM processor.
 * @source EC2 instance type naming conventions
 */
export function isArm(instanceType: string): boolean {
  return GRAVITON.test(instanceType);
}
