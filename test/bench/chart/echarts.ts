import type { Columns } from '../../chart/columns.ts'

/** The little of ECharts that is used, which the page has from its built file. */
interface ECharts {
  readonly init: (
    element: HTMLElement,
    theme: undefined,
    options: { readonly renderer: 'canvas'; readonly width: number; readonly height: number },
  ) => {
    readonly setOption: (option: object) => void
    readonly dispatchAction: (action: object) => void
    readonly getZr: () => { readonly flush: () => void }
    readonly dispose: () => void
  }
}

export interface PeerChart {
  readonly zoom: (view: { readonly min: number; readonly max: number }) => void
  /** Has drawn what it was told. */
  readonly readBack: () => void
  readonly destroy: () => void
}

/** The same lines by ECharts, which thins them out by its own "largest triangle" sampling. */
export function createPeerChart(host: HTMLElement, { times, values }: Columns): PeerChart {
  const { echarts } = globalThis as unknown as { echarts: ECharts }
  const chart = echarts.init(host, undefined, { renderer: 'canvas', width: 1200, height: 400 })
  const axis = { show: false, type: 'value', scale: true }
  chart.setOption({
    animation: false,
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { ...axis, min: 'dataMin', max: 'dataMax' },
    yAxis: axis,
    dataZoom: [{ type: 'inside', filterMode: 'filter' }],
    series: values.map((column) => {
      const data = new Float64Array(2 * times.length)
      for (let k = 0; k < times.length; k++) {
        data[2 * k] = times[k]!
        data[2 * k + 1] = column[k]!
      }
      return { type: 'line', showSymbol: false, sampling: 'lttb', lineStyle: { width: 1.25 }, data }
    }),
  })
  const readBack = () => {
    chart.getZr().flush()
    host.querySelector('canvas')!.getContext('2d')!.getImageData(600, 200, 1, 1)
  }
  readBack()
  return {
    zoom: ({ min, max }) => chart.dispatchAction({ type: 'dataZoom', startValue: min, endValue: max }),
    readBack,
    destroy: () => chart.dispose(),
  }
}
