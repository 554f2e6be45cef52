import { Type } from '@orrery/schema'
import { PluginDetails, PluginList } from '../plugins.ts'
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
  getPlugin: defineRoute({
    method: 'GET',
    path: '/api/v1/plugins/{id}',
    summary: 'Tell what else is known of an installed plugin',
    tag: 'Plugins',
    access: { action: 'plugin:read' },
    params: Type.Object({ id: Type.String({ maxLength: 214, description: "The package's name." }) }),
    answers: { 200: PluginDetails },
  }),
}
