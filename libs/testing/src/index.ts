export * from './synthesized-stack';
export { awsError } from './script';
export type { Calls, Script } from './script';
export { OFFLINE, scriptedClient } from './scripted-client';
export { ScriptedEndpoint } from './scripted-endpoint';
