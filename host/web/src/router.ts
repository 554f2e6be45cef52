import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'
import { loadSession, session } from './api/session.ts'
import { EXPLORE } from './explore/explore-state.ts'
import { PLAYLISTS } from './playlists/paths.ts'
import { DASHBOARDS } from './shell/navigation.ts'
import { ensurePlugins } from './plugins/plugin-list.ts'
import { reportError } from './shell/report.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Drawn without the shell, and for people who are not signed in. */
    readonly bare?: boolean
  }
}

const routes: readonly RouteRecordRaw[] = [
  { path: '/', redirect: () => session.brand.home ?? DASHBOARDS },
  { path: DASHBOARDS, component: () => import('./home/HomePage.vue') },
  { path: '/d/:id', component: () => import('./dashboard/DashboardPage.vue'), props: true },
  { path: EXPLORE, component: () => import('./explore/ExplorePage.vue') },
  { path: '/datasources', component: () => import('./datasources/ListPage.vue') },
  { path: '/datasources/:id', component: () => import('./datasources/EditPage.vue'), props: true },
  { path: PLAYLISTS, component: () => import('./playlists/ListPage.vue') },
  { path: `${PLAYLISTS}/:id`, component: () => import('./playlists/EditPage.vue'), props: true },
  { path: `${PLAYLISTS}/:id/play`, component: () => import('./playlists/PlayPage.vue'), props: true },
  { path: '/tokens', component: () => import('./tokens/TokensPage.vue') },
  { path: '/plugins', component: () => import('./pages/PluginsPage.vue') },
  { path: '/plugins/:id', component: () => import('./pages/PluginPage.vue'), props: true },
  { path: '/app/:id/:path(.*)*', component: () => import('./pages/AppPage.vue') },
  {
    path: '/sign-in',
    component: () => import('./pages/SignInPage.vue'),
    meta: { bare: true },
    // Whoever was asked to sign in again and left instead is known here, and not to the host any more.
    beforeEnter: () => (session.user ? loadSession().catch(reportError) : undefined),
  },
  { path: '/setup', component: () => import('./pages/SetupPage.vue'), meta: { bare: true } },
  { path: '/:path(.*)*', component: () => import('./pages/NotFoundPage.vue') },
]

/** Whoever is not signed in comes to the sign-in first, and from there back. */
export function signInFirst({ meta, fullPath, redirectedFrom }: RouteLocationNormalized) {
  if (meta.bare || session.user) return undefined
  return { path: '/sign-in', ...(redirectedFrom?.path !== '/' && { query: { to: fullPath } }) }
}

export function createAppRouter() {
  const router = createRouter({
    history: createWebHistory(),
    routes,
  })
  router.beforeEach(signInFirst)
  // Pages draw what plugins contribute, so the list of plugins comes first.
  router.beforeEach(({ meta }) => (meta.bare ? undefined : ensurePlugins().catch(reportError)))
  router.afterEach((to, from) => {
    // A new page is read from its beginning; a changed query is the same page.
    if (to.path !== from.path) document.getElementById('main')?.focus({ preventScroll: true })
  })
  return router
}
