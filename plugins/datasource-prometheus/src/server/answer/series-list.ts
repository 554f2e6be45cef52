import type { SeriesBuilder } from '@orrery/sdk'
import { CLOSE_LIST, CLOSE_OBJECT, COLON, OPEN_LIST, OPEN_OBJECT } from './ascii.ts'
import type { ByteSource } from './byte-source.ts'
import type { Histograms } from './histograms.ts'
import { MetricReader } from './metric.ts'
import { Samples } from './samples.ts'
import { skipValue, type Steps } from './steps.ts'
import type { TopSeries } from './top-series.ts'

export interface ListOptions {
  readonly maxPoints: number
  /** Takes native histograms, which are passed over without it. */
  readonly histograms?: Histograms | undefined
  /** Chooses the series that the builder gets. */
  readonly top?: TopSeries | undefined
}

/** Reads the series of a matrix or a vector into a builder. */
export class SeriesList {
  /** Series with native histograms. */
  histograms = 0
  /** There are more series than the budget allows: they are left out. */
  isCutOff = false
  /** There are more points in a series than the budget allows: the oldest are left out. */
  hasDropped = false
  /** Some have `values`, as those of a matrix. */
  hasLists = false
  /** Some have a `value`, as those of a vector. */
  hasSingles = false
  readonly #series: SeriesBuilder
  readonly #options: ListOptions
  readonly #samples: Samples
  #metric: MetricReader

  constructor(series: SeriesBuilder, options: ListOptions) {
    this.#series = series
    this.#options = options
    this.#metric = new MetricReader(options.top?.labels ?? series.labels)
    this.#samples = new Samples(options.maxPoints)
  }

  /**
   * Reads a list of series, whose opening bracket has been read. Behind `limit` series it returns true, at once, when
   * `isEnough` says that the rest is not needed; else it passes over them. One function, as it runs for every series.
   */
  *read(source: ByteSource, limit: number, isEnough: () => boolean): Steps<boolean> {
    const samples = this.#samples
    const { histograms, top } = this.#options
    let next
    for (let isFirstSeries = true; ; isFirstSeries = false) {
      while ((next = source.next(isFirstSeries, CLOSE_LIST)) < 0) yield
      if (next === 0) return false
      const metric = this.#metric
      if (!top && this.#series.length + this.histograms >= limit) {
        this.isCutOff = true
        if (isEnough()) return true
        yield* skipValue(source)
        continue
      }
      let hasMetric = false
      let hasSamples = false
      let hasHistogram = false
      samples.clear()
      while (!source.take(OPEN_OBJECT)) yield
      for (let isFirst = true; ; isFirst = false) {
        while ((next = source.next(isFirst, CLOSE_OBJECT)) < 0) yield
        if (next === 0) break
        while (!source.string()) yield
        const isMetric = source.is('metric')
        const isList = !isMetric && source.is('values')
        const isSingle = !isMetric && !isList && source.is('value')
        const isNative = !isMetric && !isList && !isSingle && source.is('histogram')
        const isNatives = !isMetric && !isList && !isSingle && source.is('histograms')
        hasHistogram ||= isNative || isNatives
        while (!source.take(COLON)) yield
        if (isMetric ? hasMetric : (isList || isSingle) && hasSamples)
          throw source.invalid('a series says one thing twice')
        if (isMetric) {
          while (!metric.read(source)) yield
          hasMetric = true
        } else if (isList) {
          while (!source.take(OPEN_LIST)) yield
          while (!samples.readList(source)) yield
          hasSamples = this.hasLists = true
        } else if (isSingle) {
          while (!samples.read(source)) yield
          hasSamples = this.hasSingles = true
        } else if (histograms && isNatives) {
          while (!source.take(OPEN_LIST)) yield
          yield* histograms.readList(source)
        } else if (histograms && isNative) yield* histograms.read(source)
        else yield* skipValue(source)
      }
      if (!hasMetric) throw source.invalid('a series has no "metric"')
      if (hasHistogram || !hasSamples) this.histograms++
      if (hasSamples) this.#add()
      else (top?.labels ?? this.#series.labels).clear()
    }
  }

  #add(): void {
    const samples = this.#samples
    samples.trim()
    this.hasDropped ||= samples.dropped > 0
    const { top } = this.#options
    if (top) {
      if (top.add(samples)) this.#metric = new MetricReader(top.labels)
      return
    }
    this.#series.addRow(samples.times, samples.values, samples.count)
  }
}
