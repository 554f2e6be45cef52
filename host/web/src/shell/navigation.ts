import { can } from '@orrery/access'
import { session } from '../api/session.ts'
import { EXPLORE } from '../explore/explore-state.ts'
import { PLAYLISTS } from '../playlists/paths.ts'
import { appPath, installedApps } from '../plugins/apps.ts'
import { t } from '../text.ts'

/** The list of dashboards; `/` leads to it where the host has no other home page. */
export const DASHBOARDS = '/dashboards'

/** An entry of the main navigation. */
export interface NavigationItem {
  readonly to: string
  readonly title: string
  /** A lucide name. */
  readonly icon: string
  /** The keys that lead here, one after the other. */
  readonly keys?: string
}

/** The host's own pages that this person may see, then those that apps put here. */
export function navigation(): readonly NavigationItem[] {
  const { user } = session
  const maySeeDatasources = user !== undefined && can(user, 'read', { kind: 'datasource' })
  const mayWatch = user !== undefined && can(user, 'read', { kind: 'playlist' })
  const mayAsk = user !== undefined && can(user, 'query:adhoc', { kind: 'datasource' })
  const maySeePlugins = user !== undefined && can(user, 'plugin:read')
  const mayManagePeople = user !== undefined && can(user, 'people:manage')
  return [
    { to: DASHBOARDS, title: t('Dashboards'), icon: 'layout-dashboard', keys: 'g h' },
    ...(mayWatch ? [{ to: PLAYLISTS, title: t('Playlists'), icon: 'list-video', keys: 'g l' }] : []),
    ...(mayAsk ? [{ to: EXPLORE, title: t('Explore'), icon: 'compass', keys: 'g e' }] : []),
    ...(maySeeDatasources ? [{ to: '/datasources', title: t('Data sources'), icon: 'database', keys: 'g d' }] : []),
    ...(maySeePlugins ? [{ to: '/plugins', title: t('Plugins'), icon: 'plug', keys: 'g p' }] : []),
    ...(mayManagePeople ? [{ to: '/tokens', title: t('Access tokens'), icon: 'key-round', keys: 'g t' }] : []),
    ...installedApps().flatMap(({ id, app }) =>
      app.pages.flatMap(({ path, title, nav }) => (nav ? [{ to: appPath(id, path), title, icon: nav.icon }] : [])),
    ),
  ]
}

/** Whether a page, or one below it, is open. */
export const isOpen = (to: string, path: string) =>
  path === to || path.startsWith(`${to}/`) || (to === DASHBOARDS && path.startsWith('/d/'))
