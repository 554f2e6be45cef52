/** What their only query is called. */
export const ANNOTATIONS = 'annotations'

const PREFIX = 'annotations:'

/** Annotations are asked for as panels are, under an id that no panel has. */
export const toAnnotationsId = (name: string): string => PREFIX + name

/** The name of the annotations that the id is of; undefined for a panel. */
export const annotationsName = (id: string): string | undefined =>
  id.startsWith(PREFIX) ? id.slice(PREFIX.length) : undefined
