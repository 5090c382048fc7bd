import { copyArguments, explain, inspectArguments } from './skopeo';

const COPY = {
  source: 'docker.io/envoyproxy/envoy',
  digest: 'sha256:12',
  target: '222222222222.dkr.ecr.eu-central-1.amazonaws.com/acme-payments/envoy',
  tag: 'v1.38.3',
  authfile: '/run/payments.json',
};

describe('copyArguments', () => {
  it('copies all platforms by digest over TLS, with the credentials in a file', () => {
    expect(copyArguments(COPY)).toEqual([
      'copy',
      '--all',
      '--preserve-digests',
      '--retry-times=3',
      '--dest-authfile=/run/payments.json',
      'docker://docker.io/envoyproxy/envoy@sha256:12',
      'docker://222222222222.dkr.ecr.eu-central-1.amazonaws.com/acme-payments/envoy:v1.38.3',
    ]);
  });

  it('does without TLS for loopback only', () => {
    expect(copyArguments({ ...COPY, source: '127.0.0.1:5000/envoy' })).toContain('--src-tls-verify=false');
    expect(copyArguments({ ...COPY, target: '127.0.0.1:5000/envoy' })).toContain('--dest-tls-verify=false');
    expect(copyArguments({ ...COPY, source: '10.0.0.1:5000/envoy' })).not.toContain('--src-tls-verify=false');
  });
});

describe('inspectArguments', () => {
  it('prints a manifest or a configuration', () => {
    expect(inspectArguments('ghcr.io/a/b:v1')).toEqual([
      'inspect',
      '--raw',
      '--retry-times=3',
      'docker://ghcr.io/a/b:v1',
    ]);
    expect(inspectArguments('localhost:5000/b:v1', 'config')).toEqual([
      'inspect',
      '--config',
      '--retry-times=3',
      '--tls-verify=false',
      'docker://localhost:5000/b:v1',
    ]);
  });
});

describe('explain', () => {
  it.each([
    [
      'time="2026-11-22" level=fatal msg="reading manifest v1 in \\"a/b\\": manifest unknown"',
      'reading manifest v1 in "a/b": manifest unknown',
    ],
    ['level=fatal msg="1 error occurred:\\n\\t* bad\\n\\n"', '1 error occurred: * bad'],
    ['no such flag', 'no such flag'],
    ['', 'it says nothing'],
    [
      'level=fatal msg="name unknown: The repository with name \'acme-payments/envoy\' does not exist"',
      "name unknown: The repository with name 'acme-payments/envoy' does not exist. " +
        'The repository is missing: deploy the networking stack of the tenant, which makes it.',
    ],
    [
      'level=fatal msg="toomanyrequests: you have reached your pull rate limit"',
      'toomanyrequests: you have reached your pull rate limit. Log in with `skopeo login`, or read from a proxy with --from.',
    ],
    [
      'msg="tag invalid: The image tag \'v1\' already exists and cannot be overwritten because the tag is immutable"',
      "tag invalid: The image tag 'v1' already exists and cannot be overwritten because the tag is immutable. " +
        'Delete the image that has the tag, then mirror again.',
    ],
    [
      'time="2026-11-22" level=fatal msg="Error parsing image name \\"docker://ghcr.io/a/b:v1\\": pinging container ' +
        'registry ghcr.io: Get \\"https://ghcr.io/v2/\\": dial tcp: lookup ghcr.io on 10.0.0.2:53: no such host"',
      'ghcr.io: could not be reached; got "dial tcp: lookup ghcr.io on 10.0.0.2:53: no such host"; expected a registry ' +
        'that answers. See to the network and its proxies, or read from another registry with --from.',
    ],
    [
      'level=fatal msg="writing blob: Patch \\"https://222222222222.dkr.ecr.eu-central-1.amazonaws.com/v2/x\\": dial ' +
        'tcp 10.0.0.7:443: i/o timeout"',
      '222222222222.dkr.ecr.eu-central-1.amazonaws.com: could not be reached; got "dial tcp 10.0.0.7:443: i/o timeout"; ' +
        'expected a registry that answers. See to the network and its proxies.',
    ],
    [
      'level=fatal msg="pinging container registry quay.io: Get \\"https://quay.io/v2/\\": tls: failed to verify ' +
        'certificate: x509: certificate signed by unknown authority"',
      'quay.io: has a certificate that this machine does not trust; got "tls: failed to verify certificate: x509: ' +
        'certificate signed by unknown authority"; expected one of a known authority. If it is that of a company ' +
        'proxy, name its file in SSL_CERT_FILE.',
    ],
  ])('tells %j', (line, message) => {
    expect(explain(line)).toBe(message);
  });
});
