import { AnnotationSpec, type OwnAnnotations } from '@orrery/dashboard'
import { Type, type TObject } from '@orrery/sdk'

/** What a form of its own shows of annotations: all but where they come from and which panels show them. */
export type ShownFields = Omit<OwnAnnotations, 'type' | 'panels'>

// A union's type keeps its members to itself; each of these is an object.
const [ofQuery, own] = (AnnotationSpec as unknown as { anyOf: readonly [TObject, TObject] }).anyOf

const named = ({ properties }: TObject, names: readonly (keyof ShownFields)[]) =>
  // The properties are those that the type names.
  Type.Unsafe<ShownFields>(Type.Object(Object.fromEntries(names.map((name) => [name, properties[name]!]))))

export const shownFields = {
  query: named(ofQuery, ['name', 'color', 'hidden']),
  own: named(own, ['name', 'color', 'hidden', 'tags', 'everyDashboard']),
}
