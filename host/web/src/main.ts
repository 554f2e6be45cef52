import './theme.ts'
import '@orrery/ui/style.css'
import './app.css'
import './viewing/print.css'
import { createApp } from 'vue'
import { whenSignedOut } from './api/client.ts'
import { loadSession, session } from './api/session.ts'
import { renewSession } from './api/session-renewal.ts'
import App from './App.vue'
import { loadLanguage } from './locales/catalogues.ts'
import { createAppRouter } from './router.ts'
import { logError, reportError } from './shell/report.ts'

const router = createAppRouter()
const app = createApp(App)
app.config.errorHandler = (error) => {
  reportError(error)
  logError(error)
}

// Who never was signed in is led to the sign-in by the router, or finds it in the side bar.
whenSignedOut((sentAt) =>
  session.user && session.user.via !== 'anonymous' ? renewSession(sentAt) : Promise.resolve(false),
)

// The host has put its name into the page, which says it also where the host does not answer now.
session.brand = { name: document.title }
await Promise.all([loadLanguage(), loadSession().catch(reportError)])
app.use(router)
await router.isReady().catch(reportError)
app.mount('#app')
