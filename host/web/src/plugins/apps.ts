import { Type, validate, type Static } from '@orrery/sdk'
import { contributionsOf, type Contributed } from './plugin-list.ts'

const AppData = Type.Object({
  options: Type.Record(Type.String(), Type.Unknown()),
  pages: Type.Array(
    Type.Object({
      path: Type.String(),
      title: Type.String(),
      view: Type.Unknown(),
      nav: Type.Optional(Type.Object({ icon: Type.String() })),
    }),
  ),
  commands: Type.Optional(
    Type.Array(
      Type.Object({
        id: Type.String(),
        title: Type.String(),
        keywords: Type.Optional(Type.Array(Type.String())),
        open: Type.String(),
      }),
    ),
  ),
})

/** An app of a plugin, as its manifest has it. */
export interface InstalledApp extends Contributed {
  readonly app: Static<typeof AppData>
}

/** The installed apps; one whose manifest is not as it should be is left out. */
export const installedApps = (): readonly InstalledApp[] =>
  contributionsOf('app').flatMap((contribution) => {
    const app = validate(AppData, contribution.data)
    return app.ok ? [{ ...contribution, app: app.value }] : []
  })

export const appPath = (app: string, path: string) => (path === '' ? `/app/${app}` : `/app/${app}/${path}`)

/** Where a command of an app leads: a path of the host, or a page of the app. */
export const commandPath = (app: string, open: string) => (open.startsWith('/') ? open : appPath(app, open))
