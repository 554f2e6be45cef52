import { createTranslator } from '@orrery/sdk'

export const t = createTranslator('@orrery/panel-bargauge')
