import { Choice, Secret, secretTarget, Type, ui, Variants, type Static } from '@orrery/sdk'

const closed = { additionalProperties: false } as const

const Auth = Variants(
  [
    Type.Object({ type: Type.Literal('none') }, { ...closed, title: 'None' }),
    Type.Object(
      {
        type: Type.Literal('basic'),
        user: Type.String({ title: 'User', maxLength: 256 }),
        password: Secret({ title: 'Password' }),
      },
      { ...closed, title: 'User and password' },
    ),
    Type.Object(
      { type: Type.Literal('bearer'), token: Secret({ title: 'Token' }) },
      { ...closed, title: 'Bearer token' },
    ),
  ],
  { title: 'Sign-in' },
)

const Header = Type.Object(
  {
    name: Type.String({ title: 'Header', pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}$" }),
    value: Secret({ title: 'Value' }),
  },
  { ...closed, title: 'Header' },
)

const Parameter = Type.Object(
  {
    name: Type.String({ title: 'Parameter', minLength: 1, maxLength: 128 }),
    value: Type.String({ title: 'Value', maxLength: 4096 }),
  },
  { ...closed, title: 'Parameter' },
)

const TraceLink = Type.Object(
  {
    label: Type.String({
      title: 'Label',
      description: 'The label of the exemplar that holds the id of the trace.',
      default: 'trace_id',
      minLength: 1,
      maxLength: 1024,
    }),
    title: Type.String({ title: 'Title', minLength: 1, maxLength: 256 }),
    url: Type.String({
      title: 'Address',
      description: '${traceId} is replaced by the id of the trace.',
      pattern: '^(?:https?://|/(?!/))',
      maxLength: 2048,
      ...ui({ placeholder: 'https://tempo.example.org/trace/${traceId}' }),
    }),
  },
  { ...closed, title: 'Link' },
)

export const Options = Type.Object(
  {
    url: Type.String({
      title: 'Server URL',
      description:
        'Base address of the Prometheus HTTP API, as this host reaches it. User and password belong under Sign-in, not here.',
      format: 'uri',
      // No user information: the URL is neither encrypted nor hidden.
      pattern: String.raw`^https?://[^\s@/?#\\]+(?:[/?#]|$)`,
      maxLength: 2048,
      ...secretTarget,
      ...ui({ placeholder: 'http://localhost:9090' }),
    }),
    auth: Type.Optional(Auth),
    headers: Type.Optional(
      Type.Array(Header, {
        title: 'Headers',
        description: 'Sent with every request, for example X-Scope-OrgID. Values are stored encrypted.',
        maxItems: 20,
      }),
    ),
    method: Type.Optional(
      Choice(
        { POST: 'POST', GET: 'GET' },
        {
          title: 'Method',
          description: 'POST allows longer queries; GET suits proxies that only let reads pass.',
          default: 'POST',
        },
      ),
    ),
    scrapeInterval: Type.Optional(
      Type.String({
        title: 'Scrape interval',
        description: 'How often Prometheus scrapes: the finest useful step, and a quarter of $__rate_interval.',
        format: 'duration',
        default: '15s',
      }),
    ),
    queryTimeout: Type.Optional(
      Type.String({
        title: 'Query timeout',
        description: 'After this the server stops a query; without it the server decides.',
        format: 'duration',
        ...ui({ placeholder: '30s' }),
      }),
    ),
    parameters: Type.Optional(
      Type.Array(Parameter, {
        title: 'Custom parameters',
        description: 'Sent with every query, for example dedup or extra_label.',
        maxItems: 20,
      }),
    ),
    flavour: Type.Optional(
      Choice(
        {
          auto: 'Find out',
          prometheus: 'Prometheus',
          victoriametrics: 'VictoriaMetrics',
          mimir: 'Mimir or Cortex',
          thanos: 'Thanos',
        },
        {
          title: 'Kind of server',
          description: 'What answers at the address. A proxy may hide it, then choose it here.',
          default: 'auto',
        },
      ),
    ),
    incremental: Type.Optional(
      Type.Boolean({
        title: 'Ask only for what is new',
        description: 'A refresh asks for the end of the range, and keeps what was asked for before.',
        default: true,
      }),
    ),
    overlap: Type.Optional(
      Type.String({
        title: 'Overlap',
        description: 'So far back a refresh asks again, as late samples still change what was answered.',
        format: 'duration',
        default: '10m',
        ...ui({ showIf: { incremental: true } }),
      }),
    ),
    seriesLimit: Type.Optional(
      Type.Integer({
        title: 'Most series',
        description: 'A query shows no more series than this; without it the host decides.',
        minimum: 1,
        maximum: 1_000_000,
      }),
    ),
    traceLinks: Type.Optional(
      Type.Array(TraceLink, {
        title: 'Links of exemplars',
        description: 'Where the trace of an exemplar can be seen.',
        maxItems: 10,
      }),
    ),
  },
  closed,
)
export type Options = Static<typeof Options>

const expr = Type.String({
  title: 'PromQL',
  minLength: 1,
  maxLength: 65_536,
  ...ui({ widget: 'code', placeholder: 'rate(http_requests_total[$__rate_interval])' }),
})
const legend = Type.Optional(
  Type.String({
    title: 'Legend',
    description:
      'Name of each series; {{label}} is replaced by the label. Empty: what tells the series apart; verbose: metric and all labels.',
    maxLength: 1024,
  }),
)
const minStep = Type.Optional(
  Type.String({ title: 'Min step', description: 'The step is never finer than this.', format: 'duration' }),
)
const resolution = Type.Optional(
  Type.Integer({
    title: 'Resolution',
    description: 'The step is so many times what the width of the panel asks for.',
    minimum: 1,
    maximum: 100,
    default: 1,
  }),
)
const format = Type.Optional(
  Choice(
    { series: 'Series', table: 'Table', heatmap: 'Heatmap' },
    {
      title: 'Format',
      description:
        'Without it a range is series, and a moment a table. A heatmap is made of histograms, classic or native.',
    },
  ),
)
const exemplars = Type.Optional(
  Type.Boolean({
    title: 'Exemplars',
    description: 'Shows single measurements, with their traces, beside the series.',
    default: false,
  }),
)
const top = Type.Optional(
  Type.Object(
    {
      count: Type.Integer({ title: 'Series', minimum: 1, maximum: 10_000, default: 20 }),
      by: Choice({ max: 'Maximum', mean: 'Mean', last: 'Last value' }, { title: 'Highest by', default: 'max' }),
    },
    { ...closed, title: 'Highest series only', description: 'Keeps the highest series over the whole range.' },
  ),
)
const match = Type.Optional(
  Type.String({
    title: 'Series selector',
    description: 'Only of these series.',
    maxLength: 65_536,
    ...ui({ widget: 'code' }),
  }),
)
const search = Type.Optional(
  Type.String({ title: 'Search', description: 'Only names that hold all of these words.', maxLength: 1024 }),
)
const limit = Type.Optional(Type.Integer({ title: 'Limit', minimum: 1, maximum: 1_000_000 }))
const template = (title: string) =>
  Type.Optional(
    Type.String({ title, description: '{{label}} is replaced by the label, {{value}} by the value.', maxLength: 4096 }),
  )

export const Query = Variants(
  [
    Type.Object(
      { type: Type.Literal('range'), expr, legend, minStep, resolution, format, exemplars, top },
      { ...closed, title: 'Range' },
    ),
    Type.Object({ type: Type.Literal('instant'), expr, legend, format, top }, { ...closed, title: 'Instant' }),
    Type.Object(
      { type: Type.Literal('both'), expr, legend, minStep, resolution, exemplars, top },
      { ...closed, title: 'Range and instant', description: 'The series of the range, and a table of its end.' },
    ),
    Type.Object(
      {
        type: Type.Literal('annotations'),
        expr,
        minStep,
        title: template('Title'),
        text: template('Text'),
        tags: Type.Optional(
          Type.Array(Type.String({ title: 'Tag', maxLength: 1024 }), {
            title: 'Tags',
            description: 'Texts with {{label}}; those that stay empty are left out.',
            maxItems: 50,
          }),
        ),
        valueAsTime: Type.Optional(
          Type.Boolean({
            title: 'The value is the time',
            description: 'The value is when it happened, in milliseconds since 1970.',
            default: false,
          }),
        ),
      },
      { ...closed, title: 'Annotations' },
    ),
    Type.Object({ type: Type.Literal('rules') }, { ...closed, title: 'Rules' }),
    Type.Object({ type: Type.Literal('alerts') }, { ...closed, title: 'Alerts' }),
    Type.Object(
      { type: Type.Literal('metrics'), match, search, limit },
      { ...closed, title: 'Metrics', description: 'Names of metrics with type, help and unit.' },
    ),
    Type.Object({ type: Type.Literal('labels'), match, search, limit }, { ...closed, title: 'Label names' }),
    Type.Object(
      {
        type: Type.Literal('labelValues'),
        label: Type.String({ title: 'Label', minLength: 1, maxLength: 1024 }),
        match,
        search,
        limit,
      },
      { ...closed, title: 'Values of a label' },
    ),
  ],
  { title: 'Query' },
)
export type Query = Static<typeof Query>
