import { changedPlaces } from '@orrery/resource'
import type { DashboardSpec } from '../dashboard.ts'
import { isLibraryPanelUse, panelEntries, type PanelEntry } from '../panel-entry.ts'
import type { PanelSpec } from '../panel-spec.ts'
import { change, type ChangeSubject, type DashboardChange, type DashboardText } from './change.ts'
import { diffLayouts } from './diff-layouts.ts'

/** Things of both sides by id: what came, what went, and what `inside` tells of those that stayed. */
function diffNamed<Thing>(
  before: ReadonlyMap<string, Thing>,
  after: ReadonlyMap<string, Thing>,
  tell: {
    readonly subject: ChangeSubject
    readonly titleOf: (thing: Thing, id: string) => string
    readonly panel?: string
    readonly inside: (before: Thing, after: Thing, id: string) => readonly DashboardChange[]
  },
): readonly DashboardChange[] {
  const { subject, titleOf, panel, inside } = tell
  const rest = panel === undefined ? {} : { panel }
  const gone = [...before]
    .filter(([id]) => !after.has(id))
    .map(([id, thing]) => change(subject, 'removed', id, titleOf(thing, id), { ...rest, before: thing }))
  return [
    ...gone,
    ...[...after].flatMap(([id, thing]) => {
      const was = before.get(id)
      return was === undefined
        ? [change(subject, 'added', id, titleOf(thing, id), { ...rest, after: thing })]
        : inside(was, thing, id)
    }),
  ]
}

const named = <Thing extends { readonly name: string }>(things: readonly Thing[] = []) =>
  new Map(things.map((thing) => [thing.name, thing]))

/** Changes of variables or annotations. */
const diffList = <Thing extends { readonly name: string }>(
  subject: ChangeSubject,
  before: readonly Thing[] | undefined,
  after: readonly Thing[] | undefined,
) =>
  diffNamed(named(before), named(after), {
    subject,
    titleOf: ({ name }) => name,
    inside: (was, is, id) => changedPlaces(was, is).map((place) => change(subject, 'changed', id, id, place)),
  })

const queriesOf = ({ queries }: PanelSpec) => new Map(queries.map((query) => [query.refId, query]))

function diffPanel(before: PanelSpec, after: PanelSpec, id: string): readonly DashboardChange[] {
  const title = after.title || id
  const rest = (panel: PanelSpec) => ({ ...panel, queries: undefined })
  return [
    ...changedPlaces(rest(before), rest(after)).map((place) =>
      change('panel', 'changed', id, title, { ...place, panelType: after.type }),
    ),
    ...diffNamed(queriesOf(before), queriesOf(after), {
      subject: 'query',
      panel: title,
      titleOf: ({ refId }) => refId,
      inside: (was, is, refId) =>
        changedPlaces(was, is).map((place) =>
          change('query', 'changed', refId, refId, { ...place, panel: title, datasource: is.datasource }),
        ),
    }),
  ]
}

/** That a panel went to the library, or came from there, is one change: it looks as before. */
function diffEntry(before: PanelEntry, after: PanelEntry, id: string): readonly DashboardChange[] {
  if (!isLibraryPanelUse(before) && !isLibraryPanelUse(after)) return diffPanel(before, after, id)
  const library = (entry: PanelEntry) => (isLibraryPanelUse(entry) ? entry : { library: undefined })
  return changedPlaces(library(before), library(after)).map((place) =>
    change('panel', 'changed', id, after.title || id, place),
  )
}

/** What is left of a spec when all that is told by name is taken away. */
const settingsOf = (spec: DashboardSpec) => ({
  ...spec,
  panels: undefined,
  libraryPanels: undefined,
  layout: undefined,
  variables: undefined,
  annotations: undefined,
})

/**
 * What makes one text of a dashboard of another, as people would tell it: panels that came, went, moved or changed,
 * queries, variables, annotations, sections, settings. Nothing for texts that say the same.
 */
export const diffDashboards = (before: DashboardText, after: DashboardText): readonly DashboardChange[] => [
  ...changedPlaces(before.metadata, after.metadata).map((place) => change('dashboard', 'changed', '', '', place)),
  ...changedPlaces(settingsOf(before.spec), settingsOf(after.spec)).map((place) =>
    change('dashboard', 'changed', '', '', place),
  ),
  ...diffList('variable', before.spec.variables, after.spec.variables),
  ...diffList('annotation', before.spec.annotations, after.spec.annotations),
  ...diffNamed(new Map(panelEntries(before.spec)), new Map(panelEntries(after.spec)), {
    subject: 'panel',
    titleOf: ({ title }, id) => title || id,
    inside: diffEntry,
  }),
  ...diffLayouts(before.spec, after.spec),
]
