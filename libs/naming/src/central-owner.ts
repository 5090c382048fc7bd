/** Owner of the stack that no internet VPC and no tenant owns; therefore none of them may have this name. */
export const CENTRAL_OWNER = 'central';
