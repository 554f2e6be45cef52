import { writeFile, type FileAnswer, type FileRequest } from './write-file.ts'

const answer = (told: FileAnswer) => postMessage(told)

addEventListener('message', ({ data }: MessageEvent<FileRequest>) => {
  writeFile(data).then(answer, (error: unknown) => answer({ failure: String(error) }))
})
