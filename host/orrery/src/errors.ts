import { defineErrors } from '@orrery/sdk'

/** What keeps a host from starting. Each message says where it is wrong: a file, a variable or an option. */
export const HostError = defineErrors('HostError', {
  CONFIG_UNREADABLE: {
    status: 500,
    message: ({ file, reason }: { file: string; reason: string }) =>
      `The configuration ${file} cannot be read: ${reason}. Correct the path, or the permissions of the file.`,
  },
  CONFIG_NO_JSON: {
    status: 500,
    message: ({ file, reason }: { file: string; reason: string }) =>
      `The configuration ${file} is no JSON: ${reason}. Correct the file.`,
  },
  CONFIG_AMBIGUOUS: {
    status: 500,
    message: ({ folder, files }: { folder: string; files: readonly string[] }) =>
      `There are several configurations in ${folder}: ${files.join(', ')}. Keep one, or name one with --config.`,
  },
  CONFIG_FAILED: {
    status: 500,
    message: ({ file, place, reason }: { file: string; place?: string | undefined; reason: string }) =>
      `The configuration ${file} cannot be loaded: ${reason}${place === undefined ? '' : ` (${place})`}. Correct it and start again.`,
  },
  CONFIG_NO_EXPORT: {
    status: 500,
    message: ({ file }: { file: string }) =>
      `The configuration ${file} has no default export. Write: export default defineConfig({ ... }).`,
  },
  CONFIG_INVALID: {
    status: 500,
    message: ({ source, problems }: { source: string; problems: readonly string[] }) =>
      `${source} is not valid: ${problems.join('; ')}. Correct it and start again.`,
  },
  CONFIG_ARGUMENTS: {
    status: 500,
    message: ({ reason, help }: { reason: string; help: string }) =>
      `${reason}${/[.?]$/.test(reason) ? '' : '.'} See ${help}.`,
  },
  CONFIG_DEMO_DATA: {
    status: 500,
    message: ({ setting }: { setting: string }) =>
      `The demo keeps nothing, so it cannot use the setting "${setting}". Leave that out, or start without --demo.`,
  },
  CONFIG_LOGO_INVALID: {
    status: 500,
    message: ({ file, reason }: { file: string; reason: string }) =>
      `The logo ${file} cannot be used: ${reason}. Give an SVG or PNG file of at most 256 KiB.`,
  },
  CONFIG_THEME_INVALID: {
    status: 500,
    message: ({ problems }: { problems: readonly string[] }) =>
      `The theme cannot be used: ${problems.join('; ')}. Correct it; the tokens are listed in the documentation of @orrery/ui.`,
  },
  CONFIG_PLUGIN_MISSING: {
    status: 500,
    message: ({ plugin, folder }: { plugin: string; folder: string }) =>
      `The plugin "${plugin}" is neither a folder nor an installed package, seen from ${folder}. Install it, or correct the name.`,
  },
  CONFIG_PLUGIN_UNKNOWN: {
    status: 500,
    message: ({ plugin, shipped }: { plugin: string; shipped: readonly string[] }) =>
      `No plugin "${plugin}" ships with the host, so it cannot be among "defaults". Choose of ${shipped.join(', ')}, or put it under "plugins".`,
  },
  CONFIG_PLUGINS_UNREADABLE: {
    status: 500,
    message: ({ folder, reason }: { folder: string; reason: string }) =>
      `The folder of plugins ${folder} cannot be read: ${reason}. Correct the path, or leave it out.`,
  },
  FILE_UNREADABLE: {
    status: 400,
    message: ({ file, reason }: { file: string; reason: string }) =>
      `${file} cannot be read: ${reason}. Correct the path, or its permissions.`,
  },
  FILE_UNWRITABLE: {
    status: 400,
    message: ({ file, reason }: { file: string; reason: string }) =>
      `${file} cannot be written: ${reason}. Check the folder, its permissions and its disk.`,
  },
  FILES_EMPTY: {
    status: 400,
    message: ({ files }: { files: string }) => `There is no resource in ${files}. Name files that have some.`,
  },
  FILES_MISSING: {
    status: 400,
    message: ({ folder }: { folder: string }) =>
      `There is no YAML or JSON file in ${folder}. Correct the path, or put files there.`,
  },
  FILES_TOO_MANY: {
    status: 400,
    message: ({ count, most }: { count: number; most: number }) =>
      `There are ${count} resources, and a host takes at most ${most} at once. Name fewer files; each set is all or nothing for itself.`,
  },
  FILE_SYNTAX: {
    status: 400,
    message: ({ reason }: { reason: string }) =>
      `This is neither YAML nor JSON: ${reason.replace(/[.:]$/, '')}. Correct it.`,
  },
  FILE_REFERENCE: {
    status: 400,
    message: ({ name }: { name: string }) =>
      `${name} is neither in these files nor on the host. Correct the name, or create it.`,
  },
  FILE_INVALID: { status: 400, message: ({ reason }: { reason: string }) => `${reason}. Correct it.` },
  CONFIG_CONNECTION: {
    status: 500,
    message: ({ reason }: { reason: string }) =>
      `The host cannot be asked, because ${reason}. Correct --url, --token-file or --namespace, or the variables that stand for them.`,
  },
})
