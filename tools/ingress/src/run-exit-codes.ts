/** Help text on the exit codes of a run over stacks. */
export const RUN_EXIT_CODES = `

Exit codes:
  0  every stack is done, or told as not applied
  1  a stack failed, or a name or the configuration is wrong
  3  nothing failed, but something was refused; the message says what to do
  130  interrupted; the end of the report has the command that goes on`;
