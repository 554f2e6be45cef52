import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programs } from './abilities.ts'
import { answers, freePort, start, until, type Running } from './process.ts'

export interface TestPrometheus {
  readonly url: string
  /**
   * Of a datasource that asks it. The scrape interval belongs to them: without it points are 15 seconds apart, and the last
   * of them lies before the first sample of a server that is younger.
   */
  readonly options: { readonly url: string; readonly scrapeInterval: string }
  /** Starts it again on the same address, with the data that it had. */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Stops everything and removes its data. */
  readonly remove: () => Promise<void>
}

export interface PrometheusOptions {
  /** More to scrape: addresses by the name of their job. */
  readonly targets?: Readonly<Record<string, string>>
  /** A file of recording and alerting rules, as YAML. */
  readonly rules?: string
  /** As for `--enable-feature`. */
  readonly features?: readonly string[]
}

const SCRAPE_SECONDS = 1

/** A real Prometheus that scrapes itself, a real node-exporter and other targets every second. */
export async function startPrometheus({
  targets = {},
  rules,
  features = [],
}: PrometheusOptions = {}): Promise<TestPrometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'orrery-prometheus-'))
  const [port, exporterPort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const config = join(folder, 'prometheus.yml')
  writeFileSync(
    config,
    [
      `global: { scrape_interval: ${SCRAPE_SECONDS}s, evaluation_interval: ${SCRAPE_SECONDS}s }`,
      ...(rules === undefined ? [] : ['rule_files: [ rules.yml ]']),
      'scrape_configs:',
      `  - { job_name: prometheus, static_configs: [ { targets: [ "127.0.0.1:${port}" ] } ] }`,
      `  - { job_name: node, static_configs: [ { targets: [ "127.0.0.1:${exporterPort}" ] } ] }`,
      ...Object.entries(targets).map(
        ([job, target]) => `  - { job_name: ${job}, static_configs: [ { targets: [ "${target}" ] } ] }`,
      ),
      '',
    ].join('\n'),
  )
  if (rules !== undefined) writeFileSync(join(folder, 'rules.yml'), rules)
  const exporter = start(programs['node-exporter']!, [`--web.listen-address=127.0.0.1:${exporterPort}`])
  let server: Running | undefined
  const prometheus: TestPrometheus = {
    url,
    options: { url, scrapeInterval: `${SCRAPE_SECONDS}s` },
    async start() {
      server = start(programs.prometheus!, [
        `--config.file=${config}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
        ...(features.length ? [`--enable-feature=${features.join()}`] : []),
      ])
      await answers(`${url}/-/ready`)
    },
    async stop() {
      await server?.stop()
      server = undefined
    },
    async remove() {
      await Promise.all([prometheus.stop(), exporter.stop()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await prometheus.start()
  const jobs = 2 + Object.keys(targets).length
  // rate() needs two samples; the first scrape of a process that starts may fail.
  await until('three scrapes of each job', async () => {
    const query = encodeURIComponent(`count(sum_over_time(up[1m]) >= 3) == ${jobs}`)
    const response = await fetch(`${url}/api/v1/query?query=${query}`)
    const answer = (await response.json()) as { data: { result: unknown[] } }
    return answer.data.result.length > 0
  })
  return prometheus
}
