import { createTranslator } from '@orrery/sdk'

/** All text of the interface goes through here; English is the key. */
export const t = createTranslator('@orrery/web')
