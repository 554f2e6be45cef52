import { defineRoute } from '@orrery/api'
import { Type } from '@orrery/schema'
import type { Serve } from './serve.ts'

declare const serve: Serve
const route = defineRoute({
  method: 'GET',
  path: '/api/v1/things/{id}',
  summary: 'Get a thing',
  tag: 'Things',
  access: { action: 'read', kind: 'dashboard' },
  params: Type.Object({ id: Type.String() }),
  answers: { 200: Type.Object({ id: Type.String(), by: Type.String() }) },
})

serve(route, ({ params, subject }) => ({ id: params.id, by: subject.id }))

// @ts-expect-error the answer has no `by`
serve(route, ({ params }) => ({ id: params.id }))

// @ts-expect-error the route has no body
serve(route, ({ body }) => ({ id: body.id, by: '' }))
