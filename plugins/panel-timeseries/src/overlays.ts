import { Type, type Static } from '@orrery/sdk'

/** How annotations are shown over the series. */
export const Annotations = Type.Object(
  {
    multiLane: Type.Boolean({
      title: 'A row for each',
      description: 'The marks of each source of annotations stand in a row of their own.',
      default: false,
    }),
    clustering: Type.Boolean({
      title: 'Unite close marks',
      description: 'Moments that are close become one mark.',
      default: true,
    }),
    lineWidth: Type.Number({ title: 'Line width', description: 'In pixels.', minimum: 0, maximum: 10, default: 1 }),
    regionOpacity: Type.Number({
      title: 'Stretches',
      description: 'Percent of their colour.',
      minimum: 0,
      maximum: 100,
      default: 10,
    }),
  },
  { additionalProperties: false, title: 'Annotations' },
)
export type Annotations = Static<typeof Annotations>
