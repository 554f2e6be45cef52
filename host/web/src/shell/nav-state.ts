import { ref } from 'vue'

const KEY = 'orrery-nav'
// The same width as in the styles of the bar of a page.
const narrow = matchMedia('(max-width: 820px)')

/** The screen has no room for navigation beside the page: it is a drawer. */
export const isNarrow = ref(narrow.matches)
/** Only the icons are shown. */
export const isCollapsed = ref(localStorage.getItem(KEY) === 'collapsed')

narrow.addEventListener('change', ({ matches }) => (isNarrow.value = matches))

export function toggleCollapsed() {
  isCollapsed.value = !isCollapsed.value
  localStorage.setItem(KEY, isCollapsed.value ? 'collapsed' : 'open')
}
