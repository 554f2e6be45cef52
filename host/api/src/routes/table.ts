import { actionRoutes } from './actions.ts'
import { annotationRoutes } from './annotations.ts'
import { changeRoutes } from './changes.ts'
import { historyRoutes } from './history.ts'
import { descriptionRoutes, operationRoutes } from './operations.ts'
import { pluginRoutes } from './plugins.ts'
import { provisioningRoutes } from './provisioning.ts'
import { queryRoutes } from './queries.ts'
import { resourceRoutes } from './resources.ts'
import { sessionRoutes } from './session.ts'
import { setRoutes } from './sets.ts'
import { starRoutes } from './stars.ts'
import { storedRoutes } from './stored.ts'
import { tokenRoutes } from './tokens.ts'

/**
 * Every route of a host: its server registers these and no other below `/api/`. The names are the operation ids. Its type is
 * spelled out, so that the declaration of the table refers to its parts.
 */
export const routes: typeof sessionRoutes &
  typeof tokenRoutes &
  typeof pluginRoutes &
  typeof provisioningRoutes &
  typeof resourceRoutes &
  typeof historyRoutes &
  typeof changeRoutes &
  typeof storedRoutes &
  typeof starRoutes &
  typeof annotationRoutes &
  typeof setRoutes &
  typeof queryRoutes &
  typeof actionRoutes &
  typeof operationRoutes &
  typeof descriptionRoutes = {
  ...sessionRoutes,
  ...tokenRoutes,
  ...pluginRoutes,
  ...provisioningRoutes,
  ...resourceRoutes,
  ...historyRoutes,
  ...changeRoutes,
  ...storedRoutes,
  ...starRoutes,
  ...annotationRoutes,
  ...setRoutes,
  ...queryRoutes,
  ...actionRoutes,
  ...operationRoutes,
  ...descriptionRoutes,
}
