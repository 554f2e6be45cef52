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
    description: 'Name of each series; {{label}} is replaced by the label.',
    maxLength: 1024,
  }),
)
const match = Type.Optional(
  Type.String({
    title: 'Series selector',
    description: 'Only labels of these series.',
    maxLength: 65_536,
    ...ui({ widget: 'code' }),
  }),
)

export const Query = Variants(
  [
    Type.Object(
      {
        type: Type.Literal('range'),
        expr,
        legend,
        minStep: Type.Optional(
          Type.String({ title: 'Min step', description: 'The step is never finer than this.', format: 'duration' }),
        ),
      },
      { ...closed, title: 'Range' },
    ),
    Type.Object({ type: Type.Literal('instant'), expr, legend }, { ...closed, title: 'Instant' }),
    Type.Object({ type: Type.Literal('labels'), match }, { ...closed, title: 'Label names' }),
    Type.Object(
      {
        type: Type.Literal('labelValues'),
        label: Type.String({ title: 'Label', minLength: 1, maxLength: 1024 }),
        match,
      },
      { ...closed, title: 'Values of a label' },
    ),
  ],
  { title: 'Query' },
)
export type Query = Static<typeof Query>
