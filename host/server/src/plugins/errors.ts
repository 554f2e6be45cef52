import { defineErrors } from '@orrery/schema'

/** What can be wrong with an installed plugin's files, and with asking for them. */
export const PluginFileError = defineErrors('PluginFileError', {
  PLUGIN_FOLDER_UNREADABLE: {
    status: 500,
    message: ({ folder, reason }: { folder: string; reason: string }) =>
      `${folder} has no readable dist/manifest.json (${reason}). Build the plugin there, or take the folder out of the configuration.`,
  },
  PLUGIN_MANIFEST_NO_JSON: {
    status: 500,
    message: ({ folder, reason }: { folder: string; reason: string }) =>
      `${folder}/dist/manifest.json is no JSON: ${reason}. Build or install the plugin again.`,
  },
  PLUGIN_NOT_FOUND: {
    status: 404,
    message: ({ id }: { id: string }) =>
      `no plugin "${id}" is installed. Look at the list of plugins for those that are.`,
  },
  PLUGIN_FILE_CHANGED: {
    status: 500,
    message: ({ id, file }: { id: string; file: string }) =>
      `${id}: ${file} is not the file that was installed, so no code of this plugin is run. Install the plugin again.`,
  },
  PLUGIN_FILE_MISSING: {
    status: 404,
    message: ({ path }: { path: string }) =>
      `no plugin has the file ${path}. Reload the page: the plugin may have been updated.`,
  },
  PLUGIN_DOOR_FORBIDDEN: {
    status: 500,
    message: ({ id, door }: { id: string; door: string }) =>
      `${id}: ${door} is no server door of its manifest. Build or install the plugin again.`,
  },
  PLUGIN_DOOR_FAILED: {
    status: 500,
    message: ({ id, file, reason }: { id: string; file: string; reason: string }) =>
      `${id}: ${file} failed while it was loaded: ${reason}. The plugin's author has to repair it.`,
  },
})
