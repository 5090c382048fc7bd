export { checkPolicy } from './check-policy';
export { checkWorkflows, WORKFLOW_JUDGES, type WorkflowJudge, type WorkflowReport } from './check-workflows';
export { reasonToSkip } from './programs';
export { type PolicyReport, reportText } from './report-text';
