export { AccessError } from './errors.ts'
export { authorize, can, visible, type Target, type Visibility } from './permissions.ts'
export type { Action, Role, Subject } from './subject.ts'
