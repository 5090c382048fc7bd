import type { NetworkModel } from '@central-ingress/network-model';
import { synthesizedDocuments } from './synthesized-documents';
import type { FromOption } from './synthesized-documents';
import { whenNeeded } from './when-needed';

/** The model of the synthesized stacks; standard error tells when parts of them cannot be made sense of. */
export function synthesizedModel(options: FromOption): NetworkModel {
  const { buildNetworkModel } = whenNeeded.networkModel;
  const model = buildNetworkModel(synthesizedDocuments(options));
  const [first] = model.problems;
  if (first) {
    process.stderr.write(
      `Not everything in the synthesized stacks could be read, so what follows is not whole; ${model.problems.length} ` +
        `problem(s), the first: ${first.stack}: ${first.address}: ${first.attribute}: ${first.reason}. ` +
        'Synthesize all stacks, and see ingress check.\n',
    );
  }
  return model;
}
