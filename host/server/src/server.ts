import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Frame } from '@orrery/frames'
import { openApi, routes } from '@orrery/api'
import { createByteCache, createPipeline, createShapeMemo, type Pipeline } from '@orrery/query'
import type { FastifyInstance } from 'fastify'
import { actionRoutes } from './actions/routes.ts'
import { createAnnotationStore } from './annotations/annotation-store.ts'
import { annotationRoutes } from './annotations/routes.ts'
import { readAccess } from './auth/access.ts'
import { createSessionCookie } from './auth/cookie.ts'
import { createFirstRun } from './auth/first-run.ts'
import { authRoutes } from './auth/routes.ts'
import { createSessions } from './auth/sessions.ts'
import { createSubjectOf } from './auth/subject-of.ts'
import { identifyRequests } from './auth/subject.ts'
import { tokenRoutes } from './auth/token-routes.ts'
import { createTokens } from './auth/tokens.ts'
import { createUsers } from './auth/users.ts'
import { createClients } from './datasources/clients.ts'
import { datasourceRoutes } from './datasources/routes.ts'
import { createDatasourceTypes } from './datasources/types.ts'
import { enablePlugins } from './enabled-plugins.ts'
import { ServerError } from './errors.ts'
import { createApp } from './http/app.ts'
import { brandRoutes, toSessionBrand } from './http/brand.ts'
import { isLoopback } from './http/origin.ts'
import { renderPage } from './http/page.ts'
import { limitRates } from './http/rate-limits.ts'
import { createServe } from './http/serve.ts'
import { createStop } from './http/stop.ts'
import { serveDevelopment, serveWeb } from './http/web.ts'
import { createLog } from './log/log.ts'
import { createHostStats } from './metrics/host-stats.ts'
import { createMetrics } from './metrics/metrics.ts'
import { createReadiness } from './metrics/readiness.ts'
import { operationRoutes } from './metrics/routes.ts'
import type { RunningServer, ServerOptions } from './options.ts'
import { createBuiltPlugins } from './plugins/built-plugins.ts'
import { servePluginFiles } from './plugins/plugin-files.ts'
import { pluginDetails } from './plugins/plugin-details.ts'
import { pluginList } from './plugins/plugin-list.ts'
import { shareHostModules } from './plugins/shared-modules.ts'
import { boundBacktracking, logRejections } from './process.ts'
import { releaseManaged } from './provisioning/managed.ts'
import { provision } from './provisioning/provision.ts'
import { readAndReload } from './provisioning/reload.ts'
import { createProvisioningReport } from './provisioning/report.ts'
import { createLiveWatch } from './query/live-watch.ts'
import { endLiveOfChanged } from './query/live-end.ts'
import { queryRoutes } from './query/routes.ts'
import { eventRoutes } from './resources/event-routes.ts'
import { createReferencesOf, wordsOf } from './resources/kinds.ts'
import { createPrepare } from './resources/prepare.ts'
import { createUnreadableReason } from './resources/readable.ts'
import { resourceRoutes } from './resources/routes.ts'
import { searchRoutes } from './resources/search-routes.ts'
import { createCipher } from './secrets/cipher.ts'
import { loadSecretKeys } from './secrets/key.ts'
import { createRedactor, passwordsOf } from './secrets/redactor.ts'
import { createVault } from './secrets/vault.ts'
import { starRoutes } from './stars/routes.ts'
import { createStars } from './stars/stars.ts'
import { openDatabase } from './store/database.ts'
import { createResourceStore } from './store/resource-store.ts'
import { startTelemetry } from './telemetry/telemetry.ts'
import { createFindTransform } from './transforms/library.ts'
import { createUndo, type Undo } from './undo.ts'
import { hostVersion } from './version.ts'

const NAMESPACE = 'default'
const CACHE_BYTES = 128 * 1024 * 1024
const GRACE_MS = 5000
const LIVE_CHECK_MS = 15_000
const PROVISIONING_MS = 5000
const HOUR_MS = 3_600_000

/** Starts a host. Throws a coded error, with nothing left behind, when it cannot. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const undo = createUndo()
  try {
    return await start(options, undo)
  } catch (error) {
    // Why it did not start says more than what could not be undone.
    await undo.run().catch(() => {})
    throw error
  }
}

async function start(options: ServerOptions, undo: Undo): Promise<RunningServer> {
  const {
    host = '127.0.0.1',
    port,
    demo = false,
    databaseUrl,
    webRoot,
    provisioning,
    provisioningMs = PROVISIONING_MS,
    publicUrl,
    brand = {},
    devMiddleware,
    graceMs = GRACE_MS,
    drainMs = 0,
    rateLimits = {},
    metricsToken,
    liveCheckMs = LIVE_CHECK_MS,
    actionOrigins = [],
    annotationDays,
  } = options
  if (demo && !isLoopback(host)) throw new ServerError('DEMO_ADDRESS_FORBIDDEN', { host })
  const { proxies, auth } = readAccess(options)
  boundBacktracking()
  const redactor = createRedactor()
  if (databaseUrl !== undefined) passwordsOf(databaseUrl).forEach(redactor.learn)
  if (metricsToken !== undefined) redactor.learn(metricsToken)
  const log = createLog(options.log, redactor.line)
  undo.add(logRejections(log))
  const telemetry = await startTelemetry({ ...options.telemetry, log, graceMs })
  if (telemetry) undo.add(telemetry.close)

  const dataFolder = demo ? await temporaryFolder(undo) : options.dataFolder
  const database = await openDatabase({
    ...(dataFolder === undefined ? {} : { folder: dataFolder }),
    ...(databaseUrl === undefined ? {} : { url: databaseUrl }),
  })
  undo.add(database.close)
  const { db } = database
  const vault = createVault(
    db,
    createCipher(
      ...loadSecretKeys({
        folder: dataFolder,
        given: process.env['ORRERY_SECRET_KEY'],
        previous: process.env['ORRERY_SECRET_KEY_PREVIOUS'],
        isShared: databaseUrl !== undefined,
      }),
    ),
    redactor.learn,
  )

  // The pipeline counts through the metrics, which ask it what runs now.
  const running = (): number => pipeline.running()
  const metrics = createMetrics(running, () => pipeline.streaming())
  const stats = createHostStats(metrics, running)
  undo.add(stats.close)
  undo.add(shareHostModules())
  const source = 'read' in options.plugins ? options.plugins : createBuiltPlugins(options.plugins)
  const { kernel, hooks, installed } = await enablePlugins(source, log, stats.forPlugin)
  undo.add(kernel.close)
  const cache = createByteCache<readonly Frame[]>({ maxBytes: CACHE_BYTES })
  const pipeline: Pipeline = createPipeline({
    hooks,
    cache,
    onQuery: metrics.onQuery,
    tracesText: options.telemetry?.queryText ?? false,
  })

  const types = createDatasourceTypes(kernel)
  const store = createResourceStore(database, { referencesOf: createReferencesOf(types), wordsOf })
  await store.indexMissing()
  const clients = createClients({ kernel, types, vault, store, log })
  undo.add(clients.close)
  undo.add(endLiveOfChanged(store, pipeline))
  const unreadableReason = createUnreadableReason(types)
  const prepare = createPrepare({ kernel, types, vault, store })
  const report = createProvisioningReport(provisioning ?? [])
  if (provisioning) {
    const documents = { folders: provisioning, namespace: NAMESPACE, store, prepare, unreadableReason, log }
    const read = () => report.keep(() => provision(documents))
    undo.add(await readAndReload({ folders: provisioning, everyMs: provisioningMs, read, log }))
  } else await releaseManaged(store, NAMESPACE, unreadableReason)

  await kernel.start()

  const users = createUsers(db)
  const sessions = createSessions(db)
  const tokens = createTokens(db)
  const annotations = createAnnotationStore(database)
  const forget = async () => {
    await sessions.purge()
    if (annotationDays !== undefined) await annotations.purge(annotationDays)
  }
  const purge = setInterval(
    () => void forget().catch((error: unknown) => log.error('What is past its time was not purged.', { error })),
    HOUR_MS,
  )
  undo.add(() => clearInterval(purge))
  const cookie = createSessionCookie(publicUrl?.startsWith('https:') ?? false)
  const firstRun = !demo && auth.password && (await users.isEmpty()) ? createFirstRun() : undefined

  const app = await createApp({
    log,
    loopbackOnly: demo,
    proxies,
    traced: telemetry !== undefined,
    redactError: redactor.error,
    ...(publicUrl === undefined ? {} : { publicUrl }),
  })
  const subjectOf = createSubjectOf({ auth, tokens, sessions, cookie, demo })
  identifyRequests(app, subjectOf)
  const serve = createServe(app, NAMESPACE)
  if (rateLimits && !demo) await limitRates(app, rateLimits)
  const { draining, signal: stopping, stop } = createStop(app, { drainMs, graceMs })
  const assertReady = createReadiness(db, draining)
  operationRoutes(app, serve, { metrics, assertReady, ...(metricsToken === undefined ? {} : { metricsToken }) })
  authRoutes(serve, {
    users,
    sessions,
    cookie,
    auth,
    demo,
    brand: toSessionBrand(brand),
    namespace: NAMESPACE,
    version: hostVersion,
    ...(firstRun && { firstRun }),
  })
  tokenRoutes(serve, tokens)
  const description = openApi({ title: 'Orrery', version: hostVersion })
  serve(routes.getOpenApi, () => description)
  serve(routes.listPlugins, ({ subject }) => pluginList(installed, subject))
  serve(routes.getPlugin, ({ params: { id }, subject }) => pluginDetails(installed.plugins, id, subject))
  serve(routes.getProvisioning, report.now)
  resourceRoutes(serve, { store, prepare, namespace: NAMESPACE })
  datasourceRoutes(serve, { kernel, types, vault, store, clients, namespace: NAMESPACE, redact: redactor.text })
  searchRoutes(serve, store, NAMESPACE)
  starRoutes(serve, createStars(db), { store })
  annotationRoutes(serve, { annotations, store })
  const liveWatch = createLiveWatch(draining, liveCheckMs)
  eventRoutes(serve, { store, annotations, namespace: NAMESPACE, liveWatch, subjectOf })
  const redactError = redactor.error
  queryRoutes(serve, {
    store,
    types,
    clients,
    pipeline,
    memo: createShapeMemo({ cache, onShape: metrics.onShape }),
    find: createFindTransform(kernel),
    namespace: NAMESPACE,
    log,
    redactError,
    stopping,
    liveWatch,
    subjectOf,
  })
  actionRoutes(serve, { store, namespace: NAMESPACE, log, stopping, origins: actionOrigins })
  servePluginFiles(app, installed.plugins)
  brandRoutes(app, brand)
  if (devMiddleware) serveDevelopment(app, devMiddleware)
  else await serveWeb(app, webRoot, await renderPage(webRoot, installed.plugins, brand))

  undo.add(stop)
  const listening = await listen(app, host, port)
  const url = publicUrl?.replace(/\/$/, '') ?? listening
  const setupUrl = firstRun && `${url}/setup#token=${firstRun.token}`
  log.info(`The host is ready at ${url}`, { version: hostVersion, demo, plugins: installed.plugins.length })
  if (setupUrl) log.info(`Nobody can sign in yet. Make the first user at ${setupUrl}`)
  return { url, ...(setupUrl && { setupUrl }), close: undo.run }
}

async function temporaryFolder(undo: Undo): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'orrery-demo-'))
  undo.add(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (cause) {
    const reason = `it cannot listen on ${host} port ${port}: ${(cause as NodeJS.ErrnoException).code ?? String(cause)}`
    throw new ServerError('OPTIONS_INVALID', { reason }, { cause })
  }
  // A TCP server has an address with a port.
  const address = app.server.address() as AddressInfo
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${address.port}`
}
