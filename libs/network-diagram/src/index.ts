export { readNetworkView } from './read-view';
export { renderMermaid } from './mermaid';
export { tenantsIn, viewOfTenant } from './select-view';
export { renderSvg } from './svg/render-svg';
export type * from './view';
