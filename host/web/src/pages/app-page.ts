import { defaultsOf, Type, validate, type OptionsSchema } from '@orrery/sdk'
import type { Contributed } from '../plugins/plugin-list.ts'

const AppData = Type.Object({
  options: Type.Record(Type.String(), Type.Unknown()),
  pages: Type.Array(Type.Object({ path: Type.String(), title: Type.String(), view: Type.Unknown() })),
})

/** A page of an app, with what it is drawn with. */
export interface AppPage {
  readonly title: string
  readonly door: unknown
  readonly path: string
  readonly options: unknown
}

/** The path below an app, from what the router has of it. */
export const toAppPath = (path: string | readonly string[] | undefined) => [path ?? []].flat().filter(Boolean).join('/')

export function findAppPage({ data }: Contributed, path: string): AppPage | undefined {
  const app = validate(AppData, data)
  const page = app.ok ? app.value.pages.find((each) => toAppPath(each.path.split('/')) === path) : undefined
  // The host checked the manifest: options are a plain JSON Schema, which is what typebox makes too.
  return page && { title: page.title, door: page.view, path, options: defaultsOf(data['options'] as OptionsSchema) }
}
