export { addCentralStacks } from './add-central-stacks';
export { addMoveStacks } from './add-move-stacks';
export type { MoveForm } from './add-move-stacks';
