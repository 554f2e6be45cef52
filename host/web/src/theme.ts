import type { Theme } from '@orrery/sdk'
import { computed, ref, watchEffect } from 'vue'
import { isPrinting } from './viewing/printing.ts'

export type ThemeChoice = Theme | 'system'

const KEY = 'orrery-theme'
const prefersLight = matchMedia('(prefers-color-scheme: light)')
const isTheme = (value: unknown): value is Theme => value === 'dark' || value === 'light'

const stored = localStorage.getItem(KEY)
const systemTheme = ref<Theme>(prefersLight.matches ? 'light' : 'dark')
prefersLight.addEventListener('change', ({ matches }) => (systemTheme.value = matches ? 'light' : 'dark'))

/** What the person chose; dark until then. */
export const themeChoice = ref<ThemeChoice>(stored === 'system' || isTheme(stored) ? stored : 'dark')
/** What is drawn now; paper is light. */
export const theme = computed<Theme>(() => {
  if (isPrinting.value) return 'light'
  return themeChoice.value === 'system' ? systemTheme.value : themeChoice.value
})

export function chooseTheme(choice: ThemeChoice) {
  themeChoice.value = choice
  localStorage.setItem(KEY, choice)
}

watchEffect(() => {
  const { classList } = document.documentElement
  classList.toggle('dark', theme.value === 'dark')
  classList.toggle('light', theme.value === 'light')
  classList.toggle('o-printing', isPrinting.value)
})
