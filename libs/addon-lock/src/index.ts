export * from './addon-lock';
export { AddonLockError, LOCK_FILE, parseAddonLock, renderAddonLock } from './lock-file';
export * from './committed-lock';
export * from './addons-of';
export * from './mirrored-image';
