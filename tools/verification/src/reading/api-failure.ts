/** What an API's refusal says: the thing is not there, or it cannot be asked for, and why. */
export type ApiFailure = { readonly kind: 'missing' } | { readonly kind: 'untried'; readonly reason: string };

/** Right that a refused call needs; {@link readOnly} notes it on the error. */
export const NEEDED_ACTION = Symbol('needed action');

interface ApiError extends Error {
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly [NEEDED_ACTION]?: string;
}

const DENIED = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|AuthorizationError|NotAuthorized)$/;
const MISSING = /NotFound|NoSuch|Nonexistent/;
const EXPIRED =
  /^(ExpiredToken|ExpiredTokenException|RequestExpired|InvalidClientTokenId|UnrecognizedClientException)$/;
const THROTTLED = /Throttl|TooManyRequests|RequestLimitExceeded/;
const UNKNOWN_CALL =
  /^(NotImplemented|NotImplementedError|UnsupportedOperation|InvalidAction|UnknownOperationException)$/;
const NO_WAY = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|EPIPE|TimeoutError)$/;

/** Sorts an error of the AWS SDK; none for what is a defect of ours. */
export function kindOfFailure(error: unknown): ApiFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  const { name, code, message, $metadata } = error as ApiError;
  const status = $metadata?.httpStatusCode;
  const because = (reason: string): ApiFailure => ({ kind: 'untried', reason });
  if (DENIED.test(name) || (status === 403 && !EXPIRED.test(name))) return because(denial(error as ApiError));
  if (EXPIRED.test(name)) return because(`the credentials are no longer valid: ${message}`);
  if (isUnknownCall(error as ApiError)) return because(`this API does not have ${neededAction(error as ApiError)}`);
  if (MISSING.test(name)) return { kind: 'missing' };
  if (THROTTLED.test(name)) return because(`throttled: ${neededAction(error as ApiError)}; try again later`);
  if (NO_WAY.test(name) || NO_WAY.test(code ?? '')) {
    return because(`no answer to ${neededAction(error as ApiError)}: ${message || (code ?? name)}`);
  }
  return status ? because(`${neededAction(error as ApiError)} failed with ${status} ${name}: ${message}`) : undefined;
}

/** Emulators and partial copies of AWS lack calls; some say it with a page that the SDK cannot read. */
function isUnknownCall({ name, message, $metadata }: ApiError): boolean {
  const noAnswerOfAws = /(XML|JSON).{0,20} parse error|Deserialization error/i;
  return (
    UNKNOWN_CALL.test(name) ||
    $metadata?.httpStatusCode === 501 ||
    noAnswerOfAws.test(message) ||
    /not (been |yet )?implemented/i.test(message)
  );
}

function denial(error: ApiError): string {
  return `AccessDenied: needs ${neededAction(error)}`;
}

function neededAction(error: ApiError): string {
  const said = /not authorized to perform:? ([\w-]+:\w+)/.exec(error.message)?.[1];
  return said ?? error[NEEDED_ACTION] ?? 'this call';
}
