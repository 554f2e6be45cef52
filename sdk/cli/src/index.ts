export { buildPlugin } from './build.ts'
export { placeDoors, readDefinition, type Doors, type ReadDefinition } from './definition.ts'
export { PluginBuildError } from './errors.ts'
export type { PluginPackage } from './package.ts'
