import { defineErrors } from '@orrery/schema'

/** The coded errors of this package. */
export const KernelError = defineErrors('KernelError', {
  MANIFEST_INVALID: {
    status: 422,
    message: ({ subject, problems }: { subject: string; problems: readonly string[] }) =>
      `${subject} is no plugin manifest: ${problems.slice(0, 3).join('; ')}. Build the plugin again with the current SDK.`,
  },
  SDK_RANGE_UNSUPPORTED: {
    status: 422,
    message: ({ plugin, range, version }: { plugin: string; range: string; version: string }) =>
      `Plugin ${plugin} needs SDK ${range}, but this host has ${version}. Install a version of the plugin for this host.`,
  },
  PLUGIN_DUPLICATE: {
    status: 409,
    message: ({ plugin }: { plugin: string }) =>
      `Plugin ${plugin} is there already. Remove one of its two installations.`,
  },
  PLUGIN_MISSING: {
    status: 404,
    message: ({ plugin }: { plugin: string }) => `Plugin ${plugin} is not enabled. Install or enable it.`,
  },
  PLUGIN_SETUP_FAILED: {
    status: 500,
    message: ({ plugin, reason }: { plugin: string; reason: string }) =>
      `Plugin ${plugin} could not be set up: ${reason}. It is tried again at the next use.`,
  },
  CONTRIBUTION_DUPLICATE: {
    status: 409,
    message: ({ kind, id, plugin, other }: { kind: string; id: string; plugin: string; other: string }) =>
      `Plugin ${plugin} contributes the ${kind} "${id}", which plugin ${other} contributes already. Disable one of them.`,
  },
  CONTRIBUTION_MISSING: {
    status: 404,
    message: ({ kind, id }: { kind: string; id: string }) =>
      `No enabled plugin contributes the ${kind} "${id}". Install or enable the plugin that does.`,
  },
  DOOR_MISSING: {
    status: 404,
    message: ({ plugin, door, side }: { plugin: string; door: string; side: string }) =>
      `Plugin ${plugin} has no ${side} code for ${door}. Use what the plugin declares, or update it.`,
  },
  SERVICE_MISSING: {
    status: 500,
    message: ({ service, plugin }: { service: string; plugin: string }) =>
      `Nobody provides the service "${service}" to plugin ${plugin}. Provide it in the plugin's setup, or use a host that has it.`,
  },
  SERVICE_DUPLICATE: {
    status: 500,
    message: ({ service, plugin }: { service: string; plugin: string }) =>
      `The service "${service}" is provided to ${plugin} twice. Provide it once.`,
  },
  HOOK_MISSING: {
    status: 500,
    message: ({ hook }: { hook: string }) => `This host has no hook "${hook}". Tap one that it declares.`,
  },
  HOOK_TIMEOUT: {
    status: 504,
    message: ({ plugin, hook, timeoutMs }: { plugin: string; hook: string; timeoutMs: number }) =>
      `The tap of plugin ${plugin} on "${hook}" took more than ${timeoutMs} ms and was skipped. Make it faster or disable the plugin.`,
  },
  HOOK_CLOSED: {
    status: 500,
    message: ({ plugin, hook }: { plugin: string; hook: string }) =>
      `Plugin ${plugin} tapped "${hook}" after it was disabled. Tap hooks during setup.`,
  },
})
