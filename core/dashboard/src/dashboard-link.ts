import { Type, type Static } from '@orrery/schema'

/** Where a dashboard leads to, above its panels. */
export const DashboardLink = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 128, title: 'Title' }),
    /** An address of the web, or a path of this host: `/d/nodes`. */
    url: Type.String({
      pattern: '^(https?://|/)',
      maxLength: 2048,
      title: 'Address',
      description: 'Of the web, or a path of this host: /d/nodes',
    }),
    /** Time range and zone go along. */
    keepTime: Type.Optional(Type.Boolean({ title: 'With the time range' })),
    /** The chosen values of variables and filters go along. */
    keepVariables: Type.Optional(Type.Boolean({ title: 'With the values of variables' })),
    newTab: Type.Optional(Type.Boolean({ title: 'In a new tab' })),
  },
  { additionalProperties: false },
)
export type DashboardLink = Static<typeof DashboardLink>
