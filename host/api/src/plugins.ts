import { Type, type Static } from '@orrery/schema'

/** `GET /api/v1/plugins`: what is installed, from the manifests; enough to draw lists and forms and to open web doors. */
export const PluginInfo = Type.Object({
  id: Type.String(),
  version: Type.String(),
  title: Type.String(),
  description: Type.Optional(Type.String()),
  /** URL prefix of the plugin's files: a web door `./ui/X.js` is at `{base}ui/X.js`. Never changes its content. */
  base: Type.String(),
  css: Type.Optional(Type.Object({ href: Type.String(), integrity: Type.String() })),
  /** As in the manifest: doors are `{$door, path}`. */
  contributes: Type.Array(Type.Record(Type.String(), Type.Unknown())),
  /** Doors of the texts in other languages, by BCP 47 tag. */
  locales: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
})
export type PluginInfo = Static<typeof PluginInfo>

/** A plugin folder that could not be used, and why. */
export const PluginProblem = Type.Object({ folder: Type.String(), code: Type.String(), detail: Type.String() })

/** The problems are for those who may know where things of the host are. */
export const PluginList = Type.Object({ plugins: Type.Array(PluginInfo), problems: Type.Array(PluginProblem) })
export type PluginList = Static<typeof PluginList>

/** `GET /api/v1/plugins/{id}`: what the list leaves out. */
export const PluginDetails = Type.Object({
  /** Range of SDK versions that it works with. */
  sdk: Type.String(),
  /** Folder that it was found in; for those who may know where things of the host are. */
  folder: Type.Optional(Type.String()),
  /** As its package states it. */
  license: Type.Optional(Type.String()),
  /** An http or https address. */
  homepage: Type.Optional(Type.String()),
  /** It runs code at the start of the host, and not only when it is asked. */
  startsWithHost: Type.Boolean(),
  files: Type.Array(
    Type.Object({
      path: Type.String(),
      /** Absent when the file cannot be read. */
      bytes: Type.Optional(Type.Integer()),
    }),
  ),
})
export type PluginDetails = Static<typeof PluginDetails>
