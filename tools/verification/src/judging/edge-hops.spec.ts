import { found, missing, untried } from '../reading/reading';
import { amend, itJudges } from '../rehearsal/cases';

describe('wafHop, accessLogHop', () => {
  itJudges([
    ['WAF', 'fail', 'web ACL of acme-main-alb does not exist', () => ({ webAcl: missing('web ACL of acme-main-alb') })],
    [
      'WAF',
      'warn',
      'the ALB has the web ACL mine; expected acme-main-alb',
      (path) => ({ webAcl: amend(path.webAcl, { Name: 'mine' }) }),
    ],
    [
      'WAF',
      'fail',
      'logging of web ACL acme-main-alb does not exist',
      () => ({ wafLogging: missing('logging of web ACL acme-main-alb') }),
    ],
    [
      'WAF',
      'skipped',
      'AccessDenied: needs wafv2:GetLoggingConfiguration',
      () => ({ wafLogging: untried('AccessDenied: needs wafv2:GetLoggingConfiguration') }),
    ],
    [
      'access logs',
      'fail',
      'access logs are switched off',
      (path) => ({ accessLogs: amend(path.accessLogs, { enabled: false }) }),
    ],
    [
      'access logs',
      'warn',
      'on, to s3://acme-main-alb-logs-111111111111/access, nothing yet',
      (path) => ({ accessLogs: amend(path.accessLogs, { newest: missing('log') }) }),
    ],
    [
      'access logs',
      'warn',
      'on, to s3://acme-main-alb-logs-111111111111/access, nothing for 48 hours',
      (path) => ({
        accessLogs: amend(path.accessLogs, { newest: found({ key: 'x', at: new Date('2026-11-19T12:00:00Z') }) }),
      }),
    ],
    [
      'access logs',
      'skipped',
      'AccessDenied: needs s3:ListBucket',
      (path) => ({ accessLogs: amend(path.accessLogs, { newest: untried('AccessDenied: needs s3:ListBucket') }) }),
    ],
  ]);
});
