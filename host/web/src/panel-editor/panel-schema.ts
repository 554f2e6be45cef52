import type { TSchema } from '@orrery/sdk'
import { findContribution, type Contributed } from '../plugins/plugin-list.ts'

/** The type of panel, as it is installed. */
export const panelType = (type: string): Contributed | undefined => findContribution('panel', type)

// The host checked the manifest: options are a JSON Schema.
export const optionsSchema = (type: Contributed | undefined) => type?.data['options'] as TSchema | undefined
/** What a field may say that only panels of this type know. */
export const fieldOptionsSchema = (type: Contributed | undefined) => type?.data['fieldOptions'] as TSchema | undefined
