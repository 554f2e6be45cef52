import type { Frame } from '@orrery/sdk'

/** All frames of an answer, however they come. */
export async function collect(answer: AsyncIterable<Frame> | Promise<readonly Frame[]>): Promise<readonly Frame[]> {
  return Symbol.asyncIterator in answer ? gather(answer) : await answer
}

async function gather(frames: AsyncIterable<Frame>): Promise<readonly Frame[]> {
  const all: Frame[] = []
  for await (const frame of frames) all.push(frame)
  return all
}
