import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OPEN_METRICS, PROTOBUF, toOpenMetrics, toProtobuf } from './exporter/exposition.ts'
import { createShop } from './exporter/metrics.ts'

export interface TestExporter {
  /** `127.0.0.1:port`, as a scrape configuration names it. */
  readonly target: string
  readonly stop: () => Promise<void>
}

/**
 * Exposes the metrics of a small shop, which trades at each scrape: `shop_requests_total` (path, status), the classic
 * histogram `shop_request_seconds` with exemplars that hold a `trace_id`, and, for who asks for protocol buffers as
 * Prometheus does with `--enable-feature=native-histograms`, the native histogram `shop_latency_seconds`.
 */
export async function startExporter(): Promise<TestExporter> {
  const shop = createShop()
  const server = createServer((request, response) => {
    shop.trade()
    const wantsProtobuf = request.headers.accept?.includes('application/vnd.google.protobuf')
    response.setHeader('content-type', wantsProtobuf ? PROTOBUF : OPEN_METRICS)
    response.end(wantsProtobuf ? toProtobuf(shop.states) : toOpenMetrics(shop.states))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    target: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
