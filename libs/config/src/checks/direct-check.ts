import type { DirectExposureFile } from '../exposure-schema';
import { LONGEST_CERTIFICATE_NAME } from '../hosts';
import { isInside } from '../lookup';
import type { ConfigProblem } from '../problems';
import { REGISTRAR_ROOM, registrarCharacters } from '../registrar-room';
import type { WorldDraft } from '../world-draft';
import type { YamlSource } from '../yaml-source';

/** Direct tenants: hosts inside their zone and not too many, TLS only on ports that listen and only with a certificate. */
export function directProblems({ tenants }: WorldDraft): readonly ConfigProblem[] {
  return tenants.flatMap(({ source, direct }) =>
    direct ? [...hostProblems(source, direct), ...roomProblems(source, direct), ...portProblems(source, direct)] : [],
  );
}

function hostProblems(source: YamlSource, { hosts = [], hostedZone, certificate }: Partial<DirectExposureFile>) {
  return hosts.flatMap((host, index) => {
    const path = ['exposure', 'hosts', index];
    if (hostedZone && !isInside(host, hostedZone)) {
      const what = `lies outside its hosted zone ${hostedZone}`;
      const rule = { expected: 'a zone that the host ends with', fix: 'Name the zone that holds the host' };
      return [source.problem(path, { what, ...rule })];
    }
    if (certificate !== 'requested' || host.length <= LONGEST_CERTIFICATE_NAME) return [];
    const expected = `at most ${LONGEST_CERTIFICATE_NAME} characters, as ACM asks of a certificate's name`;
    return [source.problem(path, { what: `has ${host.length} characters`, expected, fix: 'Choose a shorter host' })];
  });
}

/** The right to change the records of exactly these hosts has to fit into one policy. */
function roomProblems(source: YamlSource, { hosts = [], certificate }: Partial<DirectExposureFile>) {
  const characters = registrarCharacters(hosts, certificate === 'requested');
  if (characters <= REGISTRAR_ROOM) return [];
  const what = `takes ${characters} characters in the policy that lets the tenant change its records`;
  const rule = {
    expected: `at most ${REGISTRAR_ROOM}`,
    fix: 'Serve fewer or shorter hosts, or divide them among two tenants',
  };
  return [source.problem(['exposure', 'hosts'], { what, ...rule })];
}

function portProblems(
  source: YamlSource,
  { ports, sslPorts, certificate }: Partial<DirectExposureFile>,
): readonly ConfigProblem[] {
  if (!ports || !sslPorts) return [];
  const path = ['exposure', 'sslPorts'];
  const deaf = sslPorts.flatMap((port, index) => {
    if (ports.includes(port)) return [];
    const what = 'is no port on which the NLB listens';
    const rule = { expected: `one of ${ports.join(', ')}`, fix: 'Add it to exposure.ports, or remove it' };
    return [source.problem([...path, index], { what, ...rule }, String(port))];
  });
  if (certificate === 'none' && sslPorts.length) {
    const what = 'end TLS without a certificate';
    const rule = {
      expected: 'an empty list when certificate is none',
      fix: 'Write sslPorts: [], or leave certificate out to have one requested',
    };
    return [...deaf, source.problem(path, { what, ...rule }, sslPorts.join(', '))];
  }
  if (certificate !== undefined && certificate !== 'none' && !sslPorts.length) {
    const what = 'has no port that ends TLS with it';
    const fix = 'Name a port in exposure.sslPorts, or write certificate: none';
    const problem = { what, expected: 'none, or a port in exposure.sslPorts', fix };
    return [...deaf, source.problem(['exposure', 'certificate'], problem, JSON.stringify(certificate))];
  }
  return deaf;
}
