import { OFFLINE, scriptedClient } from '@central-ingress/testing';
import type { Script } from '@central-ingress/testing';
import { clientsOf } from '../reading/account-clients';
import type { AccountClients } from '../reading/account-clients';

/** The clients of one account, all of which answer from the same script. */
export function scriptedClients(accountId: string, script: Script): AccountClients {
  return clientsOf(accountId, OFFLINE, (client) => scriptedClient(client, script));
}
