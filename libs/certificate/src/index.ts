export * from './validated-certificate';
