import { defineErrors } from '@orrery/schema'

/** What stops a plugin from being built, or from being read in development. */
export const PluginBuildError = defineErrors('PluginBuildError', {
  PLUGIN_BUILD_PACKAGE_INVALID: {
    status: 400,
    message: ({ file, reason }: { file: string; reason: string }) => `${file}: ${reason}`,
  },
  PLUGIN_BUILD_DEFINITION_MISSING: {
    status: 400,
    message: ({ file }: { file: string }) => `${file} has no definition. Write: export default definePlugin({ ... }).`,
  },
  PLUGIN_BUILD_DEFINITION_FAILED: {
    status: 400,
    message: ({ file, reason }: { file: string; reason: string }) =>
      `${file} failed while it was read: ${reason}. The build runs the code of a definition; put code that needs a host behind server(...) or web(...).`,
  },
  PLUGIN_BUILD_NOT_JSON: {
    status: 400,
    message: ({ at, what }: { at: string; what: string }) =>
      `${at} is ${what}, which JSON cannot hold. Put code behind server(...), web(...) or shared(...).`,
  },
  PLUGIN_BUILD_DOOR_PATH: {
    status: 400,
    message: ({ at }: { at: string }) =>
      `${at}: a door must be import('./file.ts') with a constant path to a file in the plugin's src folder, and nothing after it.`,
  },
  PLUGIN_BUILD_DOOR_SIDES: {
    status: 400,
    message: ({ at, file, sides }: { at: string; file: string; sides: readonly [string, string] }) =>
      `${at}: ${file} is behind ${sides[0]}(...) and ${sides[1]}(...). Use shared(...) for code of both sides.`,
  },
  PLUGIN_BUILD_NODE_IN_WEB: {
    status: 400,
    message: ({ module, way }: { module: string; way: readonly string[] }) =>
      `"${module}" exists only in Node, but the web side leads to it: ${way.join(' -> ')}. Put it behind server(...).`,
  },
  PLUGIN_BUILD_WRONG_SIDE: {
    status: 400,
    message: ({ side, way }: { side: string; way: readonly string[] }) =>
      `the ${side} side leads to ${way.join(' -> ')}. Open it through a door of its own side, or move what both need out of that folder.`,
  },
  PLUGIN_BUILD_BUNDLE_FAILED: {
    status: 400,
    message: ({ what, reason }: { what: string; reason: string }) => `${what} cannot be bundled: ${reason}`,
  },
})
