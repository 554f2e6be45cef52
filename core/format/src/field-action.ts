import { Choice, Type, ui, type Static } from '@orrery/schema'
import { ColorName } from './color-option.ts'
import { encode, parameters, readSegment, type LinkContext } from './field-link.ts'
import { resolveColor } from './palette.ts'
import { parseTemplate, type Segment } from './template/template.ts'
import type { Theme } from './theme.ts'

const closed = { additionalProperties: false } as const

const Pair = (title: string) =>
  Type.Object(
    {
      name: Type.String({ title: 'Name', minLength: 1, maxLength: 256 }),
      value: Type.String({ title: 'Value', maxLength: 4096, default: '' }),
    },
    { title, ...closed },
  )

/** What whoever runs an action is asked for. */
export const ActionVariable = Type.Object(
  {
    name: Type.String({ title: 'Name', pattern: '^[A-Za-z_]\\w{0,63}$' }),
    label: Type.Optional(Type.String({ title: 'Label', maxLength: 256 })),
    type: Choice({ text: 'Text', number: 'Number', choice: 'One of several' }, { title: 'Type', default: 'text' }),
    choices: Type.Optional(
      Type.Array(Type.String({ maxLength: 1024 }), {
        title: 'Choices',
        maxItems: 100,
        ...ui({ showIf: { type: 'choice' } }),
      }),
    ),
  },
  { title: 'Input', ...closed },
)
export type ActionVariable = Static<typeof ActionVariable>

/** A request that a value offers: the server sends it, when the viewer has confirmed it. */
export const FieldAction = Type.Object(
  {
    title: Type.String({ title: 'Title', minLength: 1, maxLength: 256 }),
    method: Choice(
      { GET: 'GET', POST: 'POST', PUT: 'PUT', PATCH: 'PATCH', DELETE: 'DELETE' },
      { title: 'Method', default: 'POST' },
    ),
    url: Type.String({
      title: 'URL',
      description:
        'May hold what the URL of a link may. Origins are listed in the setting actionOrigins; all who see the dashboard can read this.',
      minLength: 1,
      maxLength: 4096,
    }),
    query: Type.Optional(Type.Array(Pair('Parameter'), { title: 'Parameters', maxItems: 50 })),
    headers: Type.Optional(Type.Array(Pair('Header'), { title: 'Headers', maxItems: 50 })),
    bodyType: Type.Optional(
      Choice({ json: 'JSON', form: 'Form', text: 'Text' }, { title: 'Type of the body', default: 'json' }),
    ),
    body: Type.Optional(Type.String({ title: 'Body', maxLength: 65_536, ...ui({ widget: 'textarea' }) })),
    confirm: Type.Optional(Type.String({ title: 'Question', description: 'Asked before it runs.', maxLength: 1024 })),
    oneClick: Type.Optional(Type.Boolean({ title: 'Without a question', default: false })),
    variables: Type.Optional(
      Type.Array(ActionVariable, { title: 'Inputs', description: 'Asked for before it runs.', maxItems: 20 }),
    ),
    color: Type.Optional(ColorName),
  },
  { title: 'Action', ...closed },
)
export type FieldAction = Static<typeof FieldAction>

/** A request that can be sent. */
export interface FilledAction {
  readonly title: string
  readonly method: FieldAction['method']
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | undefined
}

type Write = (segment: Segment, context: LinkContext) => string

/** Texts as `write` puts them into their place; what stands for nothing stays as it is. */
const writer =
  (write: (text: string) => string, literal: (text: string) => string = (text) => text): Write =>
  (segment, context) => {
    if ('text' in segment) return literal(segment.text)
    const { variable, source } = segment
    const isParameters = Object.hasOwn(parameters, variable)
    const text = isParameters ? parameters[variable]!(context) : readSegment(segment, context, true)
    return text === undefined ? literal(source) : write(text)
  }

const fill = (template: string, context: LinkContext, write: Write) =>
  parseTemplate(template)
    .map((segment) => write(segment, context))
    .join('')

const asUrl = writer(encode)
const asParameter = writer(encode, encode)
const asText = writer((text) => text)

/** Keeps the parameters that these variables are already as such. */
const inUrl: Write = (segment, context) =>
  'variable' in segment && Object.hasOwn(parameters, segment.variable)
    ? parameters[segment.variable]!(context)
    : asUrl(segment, context)

/** Follows where strings of JSON begin and end. */
function asJson(): Write {
  let isQuoted = false
  const follow = (literal: string) => {
    for (let k = 0; k < literal.length; k++)
      if (isQuoted && literal[k] === '\\') k++
      else if (literal[k] === '"') isQuoted = !isQuoted
    return literal
  }
  return writer((text) => (isQuoted ? JSON.stringify(text).slice(1, -1) : toLiteral(text)), follow)
}

const toLiteral = (text: string) => {
  if (text === '') return 'null'
  return /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/.test(text) ? text : JSON.stringify(text)
}

const contentTypes = { json: 'application/json', form: 'application/x-www-form-urlencoded', text: 'text/plain' }

/**
 * An action with the texts of its value, never as they are: encoded as parts of the URL, of a form or of JSON, without
 * control characters in headers. In JSON, what stands outside of quotes becomes a number, true, false, null, or a string.
 */
export function fillAction(action: FieldAction, context: LinkContext): FilledAction {
  const { method, bodyType = 'json', headers = [], query = [] } = action
  const url = fill(action.url.trim().replace(/#.*$/, ''), context, inUrl)
  const pairs = query.map(({ name, value }) => `${encode(name)}=${fill(value, context, asParameter)}`)
  const body = method === 'GET' ? undefined : action.body
  const writers = { json: asJson(), form: asUrl, text: asText }
  const toHeader = (value: string) =>
    fill(value, context, asText)
      .replaceAll(/[^\t\x20-\x7e\xa0-\xff]+/g, ' ')
      .trim()
  return {
    title: fillTitle(action, context),
    method,
    url: [url, ...pairs].reduce((whole, pair) => `${whole}${whole.includes('?') ? '&' : '?'}${pair}`),
    headers: [
      ...headers.map(({ name, value }) => [name, toHeader(value)] as const),
      ...(body === undefined ? [] : [['content-type', contentTypes[bodyType]] as const]),
    ],
    body: body === undefined ? undefined : fill(body, context, writers[bodyType]),
  }
}

const fillTitle = ({ title }: FieldAction, context: LinkContext) => fill(title, context, asText)

/** The fields whose cells an action tells of. */
export function cellsOfAction(action: FieldAction): readonly string[] {
  const { title, url, body = '', headers = [], query = [] } = action
  const texts = [title, url, body, ...[...headers, ...query].map(({ value }) => value)]
  const found = texts.flatMap(parseTemplate).flatMap((segment) => {
    if (!('variable' in segment) || segment.variable !== '__data' || segment.path[0] !== 'fields') return []
    return [segment.path.slice(1).join('.')]
  })
  return [...new Set(found)]
}

/** An action as a panel offers it. */
export interface OfferedAction {
  readonly title: string
  /** As CSS has it; undefined for that of other buttons. */
  readonly color: string | undefined
  readonly run: () => void
}

/** The actions of a value, for a panel to offer; none where its page runs none. */
export const offerActions = (
  { actions = [] }: { readonly actions?: readonly FieldAction[] },
  context: LinkContext,
  {
    page: { act },
    theme,
  }: {
    readonly page: { readonly act: ((action: FieldAction, context: LinkContext) => void) | undefined }
    readonly theme: Theme
  },
): readonly OfferedAction[] =>
  act
    ? actions.map((action) => ({
        title: fillTitle(action, context),
        color: action.color === undefined ? undefined : resolveColor(action.color, theme),
        run: () => act(action, context),
      }))
    : []
