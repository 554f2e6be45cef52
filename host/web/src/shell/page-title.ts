import { session } from '../api/session.ts'

/** Gives the tab of the browser the title of a page, and the name of the host. */
export const titlePage = (title: string) => {
  document.title = `${title} · ${session.brand.name}`
}
