import type { Frame, QueryRequest } from '@orrery/sdk'
import type { Options, Query } from '../options.ts'
import { toAnnotations } from './annotations.ts'
import { AnswerReader } from './answer.ts'
import type { Api } from './api.ts'
import { queryExemplars } from './exemplars.ts'
import { withFilters, type FilterParams } from './filters.ts'
import { paramsOf, type Flavour } from './flavour.ts'
import { toFrame, type FrameOptions } from './frames.ts'
import { withOwnPlace } from './place.ts'
import { sendPromql } from './promql.ts'
import type { KeptRanges } from './range/kept-ranges.ts'
import { askRange } from './range/range-query.ts'
import { gridOf, promSeconds, scrapeMsOf, stepVariables, type Grid } from './step.ts'

type Request = QueryRequest<Query>
type Evaluated = Extract<Query, { expr: string }>

export interface Backend {
  readonly api: Api
  readonly kept: KeptRanges | undefined
  readonly options: Options
  readonly flavour: Flavour
}

/** A query of PromQL, with its variables and filters in place and its step found. */
export async function evaluate(backend: Backend, request: Request, query: Evaluated): Promise<readonly Frame[]> {
  const { range, variables, filters, intervalMs } = request
  const steps = { minStep: undefined, resolution: undefined, ...query }
  const stepOptions = {
    intervalMs,
    scrapeMs: scrapeMsOf(backend.options.scrapeInterval),
    minStep: steps.minStep,
    resolution: steps.resolution,
  }
  const grid = gridOf(range, stepOptions)
  const sent = sendPromql(query.expr, { ...variables, ...stepVariables(range, grid.stepMs, stepOptions) })
  const { expr, params } = await withFilters(sent.text, filters, backend.flavour)
  try {
    return await new Evaluation(backend, request, grid, expr, params).run(query)
  } catch (error) {
    throw withOwnPlace(error, query.expr, sent, expr)
  }
}

class Evaluation {
  readonly #backend: Backend
  readonly #request: Request
  readonly #grid: Grid
  readonly #expr: string
  readonly #params: FilterParams
  readonly #budget: Request['budget']

  constructor(backend: Backend, request: Request, grid: Grid, expr: string, params: FilterParams) {
    this.#backend = backend
    this.#request = request
    this.#grid = grid
    this.#expr = expr
    this.#params = params
    const maxSeries = Math.min(request.budget.maxSeries, backend.options.seriesLimit ?? Infinity)
    this.#budget = { ...request.budget, maxSeries }
  }

  async run(query: Evaluated): Promise<readonly Frame[]> {
    if (query.type === 'annotations' || this.#request.purpose === 'annotations') return [await this.#annotations(query)]
    if (query.type === 'instant') return [await this.#instant(query)]
    const { exemplars = false } = query
    return (
      await Promise.all([
        this.#range(query),
        ...(query.type === 'both' ? [this.#instant(query)] : []),
        ...(exemplars ? [this.#exemplars()] : []),
      ])
    ).flat()
  }

  async #range(query: Extract<Query, { type: 'range' | 'both' }>): Promise<Frame> {
    const { format } = { format: undefined, ...query }
    const options = this.#frameOptions(query.legend, format)
    const { stepMs } = this.#grid
    const answer = await this.#ask({ legend: templateOf(query.legend), top: query.top, format })
    return toFrame(answer, { ...options, stepMs })
  }

  async #instant(query: Extract<Query, { type: 'instant' | 'both' }>): Promise<Frame> {
    const { api } = this.#backend
    const { range, signal } = this.#request
    const { format } = { format: undefined, ...query, ...(query.type === 'both' && { format: 'table' as const }) }
    const reader = new AnswerReader({
      budget: this.#budget,
      legend: templateOf(query.legend),
      top: query.top,
      takesHistograms: format === 'heatmap',
    })
    const params = { query: this.#expr, time: promSeconds(range.to), stats: 'true', ...this.#params }
    const remarks = await api.query('query', params, reader.data, signal)
    return toFrame(reader.finish(remarks), this.#frameOptions(query.legend, format))
  }

  #exemplars(): Promise<Frame> {
    const { api, options } = this.#backend
    const { range, refId, signal, budget } = this.#request
    return queryExemplars(api, options, { expr: this.#expr, range, refId, signal, maxRows: budget.maxRows })
  }

  async #annotations(query: Evaluated): Promise<Frame> {
    const { refId, range, budget } = this.#request
    const { stepMs } = this.#grid
    const texts = query.type === 'annotations' ? query : {}
    return toAnnotations(await this.#ask({}), texts, { refId, range, stepMs, maxRows: budget.maxRows })
  }

  #ask({ legend, top, format }: { legend?: string | undefined; top?: RangeTop; format?: FrameOptions['format'] }) {
    const { api, kept, options, flavour } = this.#backend
    return askRange(api, kept, this.#expr, {
      grid: this.#grid,
      budget: this.#budget,
      params: { ...paramsOf(flavour, options), ...this.#params },
      signal: this.#request.signal,
      takesHistograms: format === 'heatmap',
      legend,
      top,
    })
  }

  #frameOptions(legend: string | undefined, format: FrameOptions['format']): FrameOptions {
    const { refId } = this.#request
    return { refId, format, budget: this.#budget, isVerbose: legend === 'verbose' }
  }
}

type RangeTop = Extract<Query, { type: 'range' }>['top']

const templateOf = (legend: string | undefined) => (legend === 'verbose' ? undefined : legend)
