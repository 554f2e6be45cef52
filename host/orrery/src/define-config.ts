import type { Settings } from './settings.ts'

/** A configuration, typed: `export default defineConfig({ port: 8080 })` in `orrery.config.ts`. */
export const defineConfig = (config: Settings): Settings => config
