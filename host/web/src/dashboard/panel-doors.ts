import { detachedPage, type PanelPage } from '@orrery/sdk'
import type { InjectionKey } from 'vue'

/** What the place of a panel on a dashboard is for; elsewhere these do nothing that lasts. */
export type PanelDoors = Pick<PanelPage, 'kept' | 'act'>

export const panelDoorsKey: InjectionKey<PanelDoors> = Symbol('panel doors')

/** Of panels that are on no dashboard. */
export const noDoors: PanelDoors = { kept: detachedPage.kept, act: undefined }
