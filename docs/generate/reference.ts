import { apiPage, openApiFile, permissionsPage } from './api.ts'
import { commandsPage } from './commands.ts'
import { errorsPage, listErrors } from './errors.ts'
import { pluginsPage } from './plugins.ts'
import { settingsPage } from './settings.ts'
import { transformationsPage } from './transformations.ts'

/** All generated pages, by file name. A test holds them equal to what is committed. */
export const reference = async (): Promise<Readonly<Record<string, string>>> => ({
  'api.md': apiPage(),
  'commands.md': commandsPage(),
  'errors.md': errorsPage(await listErrors()),
  'openapi.json': openApiFile(),
  'permissions.md': permissionsPage(),
  'plugins.md': await pluginsPage(),
  'settings.md': settingsPage(),
  'transformations.md': transformationsPage(),
})
