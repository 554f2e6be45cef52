import type { Texts } from '@orrery/sdk'
import { actions } from './de/actions.ts'
import { annotations } from './de/annotations.ts'
import { calculating } from './de/calculating.ts'
import { dashboard } from './de/dashboard.ts'
import { datasources } from './de/datasources.ts'
import { document } from './de/document.ts'
import { editor } from './de/editor.ts'
import { errors } from './de/errors.ts'
import { explore } from './de/explore.ts'
import { fieldTransforms } from './de/field-transforms.ts'
import { home } from './de/home.ts'
import { joining } from './de/joining.ts'
import { keeping } from './de/keeping.ts'
import { libraryPanels } from './de/library-panels.ts'
import { panelEditor } from './de/panel-editor.ts'
import { pages } from './de/pages.ts'
import { shaping } from './de/shaping.ts'
import { shell } from './de/shell.ts'
import { time } from './de/time.ts'
import { transforms } from './de/transforms.ts'
import { variables } from './de/variables.ts'
import { viewing } from './de/viewing.ts'

export default {
  ...actions,
  ...annotations,
  ...shell,
  ...pages,
  ...home,
  ...joining,
  ...keeping,
  ...calculating,
  ...dashboard,
  ...datasources,
  ...document,
  ...editor,
  ...explore,
  ...fieldTransforms,
  ...libraryPanels,
  ...panelEditor,
  ...time,
  ...errors,
  ...shaping,
  ...transforms,
  ...variables,
  ...viewing,
} satisfies Texts
