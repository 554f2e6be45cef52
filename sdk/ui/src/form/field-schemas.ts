import { FieldConfig, FieldMatcher } from '@orrery/format'
import { mapTexts } from '@orrery/sdk'
import { t } from '../text.ts'

/** The schema of the standard options of a field, with its texts in the language of the page. */
export const fieldConfigSchema = (): typeof FieldConfig => mapTexts(FieldConfig, t)

/** The schema of what an override is for, with its texts in the language of the page. */
export const fieldMatcherSchema = (): typeof FieldMatcher => mapTexts(FieldMatcher, t)
