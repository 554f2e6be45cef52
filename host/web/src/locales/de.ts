import type { Texts } from '@orrery/sdk'

export default {
  'Language of the browser': 'Sprache des Browsers',
} satisfies Texts
