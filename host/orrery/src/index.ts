export { createHost, type HostOptions } from './create-host.ts'
export { defineConfig } from './define-config.ts'
export type { Authenticate, AuthRequest, Identity } from '@orrery/server'
export type { Settings } from './settings.ts'
