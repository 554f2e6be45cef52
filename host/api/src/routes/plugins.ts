import { PluginList } from '../plugins.ts'
import { defineRoute } from '../route.ts'

/** What is installed. */
export const pluginRoutes = {
  listPlugins: defineRoute({
    method: 'GET',
    path: '/api/v1/plugins',
    summary: 'List the installed plugins and the folders that hold none that can be used',
    tag: 'Plugins',
    access: { action: 'plugin:read' },
    answers: { 200: PluginList },
  }),
}
