import type { Texts } from '@orrery/sdk'

/** The texts of the kit in other languages, by BCP 47 tag. For hosts: they are added before the kit is drawn. */
export const locales: Readonly<Record<'de', () => Promise<{ readonly default: Texts }>>> = {
  de: () => import('./de.ts'),
}
