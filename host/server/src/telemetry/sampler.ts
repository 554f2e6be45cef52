import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  type Sampler,
} from '@opentelemetry/sdk-trace'
import { ServerError } from '../errors.ts'

const roots: Readonly<Record<string, (share: number) => Sampler>> = {
  always_on: () => new AlwaysOnSampler(),
  always_off: () => new AlwaysOffSampler(),
  traceidratio: (share) => new TraceIdRatioBasedSampler(share),
}

/** The sampler that OTEL_TRACES_SAMPLER and OTEL_TRACES_SAMPLER_ARG name; OPTIONS_INVALID for any other. */
export function toSampler(name = 'parentbased_always_on', argument = '1'): Sampler {
  const share = Number(argument)
  const root = roots[name.replace(/^parentbased_/, '')]
  if (!root)
    throw new ServerError('OPTIONS_INVALID', {
      reason: `OTEL_TRACES_SAMPLER is "${name}", and it must be ${Object.keys(roots).join(', ')}, or one of these after parentbased_`,
    })
  if (!(share >= 0 && share <= 1))
    throw new ServerError('OPTIONS_INVALID', {
      reason: `OTEL_TRACES_SAMPLER_ARG is "${argument}", and it must be a share from 0 to 1`,
    })
  return name.startsWith('parentbased_') ? new ParentBasedSampler({ root: root(share) }) : root(share)
}
