/** What the machine, not ingress, stands in the way with: rights, a full or read-only disk, a file in a folder's place. */
const IN_THE_WAY = /^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOTDIR|EEXIST)$/;

/** One line for a file or folder that could not be used, with what to do; nothing for any other error, which is ours. */
export function fileFailure(error: unknown): string | undefined {
  const { code = '', syscall, path, message } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (!syscall || !path || !IN_THE_WAY.test(code)) return undefined;
  return (
    `${path}: cannot be used; got ${message}; expected a place that ingress may read and write. ` +
    'See to what is there, to its rights and to the room on the disk.'
  );
}
