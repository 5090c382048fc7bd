import { AskedArguments } from './asked-arguments';
import { readBuckets } from './buckets';
import { readCertificates, readCertificateValidations } from './certificates';
import { readClusterAccess } from './cluster-access';
import { readClusters, readNodeGroups } from './clusters';
import { readEndpoints, readEndpointServices } from './endpoints';
import { readHelmReleases } from './helm-releases';
import { readIamRoles, readManagedPolicies } from './iam-roles';
import { readDefaultImages, readImageRepositories, readImages } from './images';
import { readIngressControllers } from './ingress-controllers';
import type { SynthesizedStacks } from './json';
import { readEncryptionKeys } from './keys';
import { readKubernetesServices, readServiceObjects } from './kubernetes-services';
import { readListenerRules, readListeners } from './listeners';
import { readLoadBalancerControllers } from './load-balancer-controllers';
import { readFoundLoadBalancers, readLoadBalancers } from './load-balancers';
import { readFlowLogs, readLogGroups, readLogPolicies } from './logs';
import type { ModelStack, NetworkModel } from './network-model';
import { readParameterReaders, readParameters } from './parameters';
import { readDnsRecords, readHostedZones } from './records';
import { PolicyParser } from './policy';
import type { Problem } from './resource';
import { placeOf } from './resource';
import { readResourcePolicies } from './resource-policies';
import { resolveResources } from './resolve-resources';
import { readRouteTables } from './routing';
import { readSecurityGroups } from './security-groups';
import { Source } from './source';
import { readStackDocument } from './stack-document';
import type { StackDocument } from './stack-document';
import { readTargetGroupBindings } from './target-group-bindings';
import { readAttachments, readTargetGroups } from './target-groups';
import { readGateways, readSubnets, readVpcs } from './vpcs';
import { readWebAcls } from './web-acls';
import { WorldEvaluator } from './world-evaluator';

/**
 * Builds the model of the whole network from the synthesized JSON of all stacks.
 * @throws MalformedStackError when a document has not the shape of a Terraform configuration
 */
export function buildNetworkModel(synthesized: SynthesizedStacks): NetworkModel {
  const documents = new Map(
    Object.entries(synthesized).map(([name, json]) => [name, readStackDocument(name, json)] as const),
  );
  const evaluator = new WorldEvaluator(documents);
  const problems: Problem[] = [];
  const resources = resolveResources(documents, evaluator, problems);
  const policies = new PolicyParser();
  const asked = new AskedArguments();
  const source = new Source(resources.values(), { problems, policies, asked });

  const subnets = readSubnets(source);
  const attachments = readAttachments(source);
  const listenerRules = readListenerRules(source);
  const managedPolicies = readManagedPolicies(source);
  const nodeGroups = readNodeGroups(source);
  const helmReleases = readHelmReleases(source);
  return {
    stacks: new Map([...documents].map(([name, document]) => [name, stackOf(document)])),
    resources,
    vpcs: readVpcs(source),
    subnets,
    routeTables: readRouteTables(source),
    gateways: readGateways(source, subnets),
    securityGroups: readSecurityGroups(source),
    endpoints: readEndpoints(source),
    endpointServices: readEndpointServices(source),
    loadBalancers: readLoadBalancers(source),
    foundLoadBalancers: readFoundLoadBalancers(source),
    listeners: readListeners(source, listenerRules),
    listenerRules,
    targetGroups: readTargetGroups(source, attachments),
    attachments,
    certificates: readCertificates(source),
    certificateValidations: readCertificateValidations(source),
    hostedZones: readHostedZones(source),
    dnsRecords: readDnsRecords(source),
    webAcls: readWebAcls(source),
    buckets: readBuckets(source),
    encryptionKeys: readEncryptionKeys(source),
    flowLogs: readFlowLogs(source),
    logGroups: readLogGroups(source),
    logPolicies: readLogPolicies(source),
    parameters: readParameters(source),
    parameterReaders: readParameterReaders(source, (key) => writersOf(documents, evaluator, key)),
    clusters: readClusters(source, nodeGroups),
    clusterAccess: readClusterAccess(source),
    nodeGroups,
    helmReleases,
    loadBalancerControllers: readLoadBalancerControllers(helmReleases),
    ingressControllers: readIngressControllers(helmReleases),
    kubernetesServices: readKubernetesServices(source),
    serviceObjects: readServiceObjects(source, helmReleases.values()),
    targetGroupBindings: readTargetGroupBindings(source, helmReleases.values()),
    images: readImages(source, helmReleases.values()),
    defaultImages: readDefaultImages(helmReleases.values()),
    imageRepositories: readImageRepositories(source),
    roles: readIamRoles(source, managedPolicies),
    managedPolicies,
    policies: readResourcePolicies(resources.values(), policies),
    // Last, once every reader has asked for its types and noted its problems.
    readTypes: source.askedTypes,
    problems: withoutRepeats([...asked.unreadIn(resources.values()), ...problems]),
  };
}

function stackOf(document: StackDocument): ModelStack {
  const { name, state, providers } = document;
  const ofAws = [...providers.values()].filter((provider) => /^aws(?:\.|$)/.test(provider.name));
  return { name, ...placeOf(providers.get('aws')), providers: ofAws, ...(state ? { state } : {}) };
}

function writersOf(documents: ReadonlyMap<string, StackDocument>, evaluator: WorldEvaluator, key: string) {
  const slash = key.indexOf('/');
  const document = documents.get(key.slice(0, slash));
  const declaration = document?.declarations.get(key.slice(slash + 1));
  return document && declaration ? evaluator.writersOf(document, declaration) : [];
}

/** A field that two parts of the model read is noted once. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const first = new Map(
    problems.map((problem) => [`${problem.stack}/${problem.address}/${problem.attribute}`, problem]),
  );
  return [...first.values()];
}
