/** What the AWS SDK adds to an error; the HTTP status only where there was an answer. */
interface SdkError extends Error {
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Names of errors that end before AWS is asked, for want of credentials. */
const NO_LOGIN = /^(CredentialsProviderError|TokenProviderError)$/;
const LOGIN_IS_OVER = /Expired|InvalidClientTokenId|UnrecognizedClient|InvalidToken|SignatureDoesNotMatch/;
const TOO_MUCH = /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown/;
const NO_ANSWER =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|EPIPE|TimeoutError)$/;

/**
 * One line for an error that comes from the user's login, rights or network, with what to do; nothing for any other,
 * which is ours.
 */
export function awsFailure(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { name, code = '', $metadata } = error as SdkError;
  const said = (error.message || code || name).replace(/\s*\n\s*/g, ' ').replace(/\.$/, '');
  if (NO_LOGIN.test(name)) return `AWS could not be asked: ${said}. Log in to AWS, and run it again.`;
  if (NO_ANSWER.test(name) || NO_ANSWER.test(code)) {
    return `AWS could not be asked: ${said}. See to the network and its proxies, and run it again.`;
  }
  if (!$metadata) return undefined;
  const { httpStatusCode = 0 } = $metadata;
  const refused = `AWS refused: ${name}: ${said}.`;
  if (LOGIN_IS_OVER.test(name)) return `${refused} Log in to AWS once more, and run it again.`;
  if (TOO_MUCH.test(name) || httpStatusCode >= 500) return `${refused} Wait a while, and run it again.`;
  return `${refused} Log in with an identity that may do it, and run it again.`;
}
