export { createHost, type HostOptions } from './create-host.ts'
export { HostError } from './errors.ts'
export { Settings } from './settings.ts'
