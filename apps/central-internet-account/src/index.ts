export { addCentralStacks } from './add-central-stacks';
