import { contains, parseCidr } from '@central-ingress/addressing';
import { z } from 'zod';
import { cidr, report, text } from './field-types';
import { findingMessage } from './finding';

/** @source RFC 1918, RFC 6598 */
const PRIVATE_NETWORKS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].map(parseCidr);

/** Subnets by AZ id; their sizes and places are checked against the VPC, where the two are known. */
export function subnetsByAz() {
  const fix = 'Write one line per AZ id, e.g. euc1-az1: 10.12.0.0/23';
  const azId = text(/^[a-z]{2,4}\d-az\d$/, { expected: 'an AZ id like euc1-az1', fix });
  const block = cidr(16, 28, 'Choose a block inside the VPC, e.g. 10.12.0.0/23');
  return z.record(azId, block, findingMessage({ expected: 'a mapping from AZ id to IPv4 block', fix })).optional();
}

/** Block of a VPC. Nothing of it is told to the internet, and public addresses in it could not be reached any more. */
export function vpcCidr() {
  return privateCidr(16, 20, 'Choose a block like 10.12.0.0/16');
}

/** An IPv4 block of a private network whose prefix length lies in a range. */
export function privateCidr(shortest: number, longest: number, fix: string) {
  return cidr(shortest, longest, fix).superRefine((block, context) => {
    if (PRIVATE_NETWORKS.some((network) => contains(network, block))) return;
    const expected = 'a block inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10';
    report(context, { what: 'is no private network', expected, fix });
  });
}
