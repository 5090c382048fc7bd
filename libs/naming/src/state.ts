import { physicalName } from './physical-names';

/**
 * Name of the bucket that holds the Terraform states of one account, e.g. `acme-tfstate-111111111111-eu-central-1`.
 * The account id makes it unique over all of S3.
 */
export function stateBucketName(prefix: string, accountId: string, region: string): string {
  return physicalName('S3 bucket', prefix, 'tfstate', accountId, region);
}
