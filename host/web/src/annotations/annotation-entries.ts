import type { AnnotationSpec, DashboardSpec } from '@orrery/dashboard'
import { t } from '../text.ts'

/** The name of those made by hand on a dashboard that says nothing of them: no entry can have it. */
const UNNAMED = ''

/** The annotations that a dashboard shows: those that it names, and those made by hand on it, which need no entry. */
export const annotationEntries = ({
  annotations = [],
}: Pick<DashboardSpec, 'annotations'>): readonly AnnotationSpec[] =>
  annotations.some(({ type }) => type === 'own') ? annotations : [...annotations, { type: 'own', name: UNNAMED }]

/** Whether the dashboard itself names it. */
export const isNamed = ({ name }: AnnotationSpec): boolean => name !== UNNAMED

export const titleOf = (entry: AnnotationSpec): string => (isNamed(entry) ? entry.name : t('By hand'))
