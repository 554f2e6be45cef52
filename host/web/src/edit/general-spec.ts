import { DashboardSpec } from '@orrery/dashboard'
import { Type } from '@orrery/sdk'

const { description, time, refresh, cursor, editable } = DashboardSpec.properties

/** What the general settings of a dashboard show as a form; title, folder and tags have fields of their own. */
export const GeneralSpec = Type.Object({ description, time, refresh, cursor, editable })
