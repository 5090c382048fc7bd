export { addServiceStacks } from './add-service-stacks';
