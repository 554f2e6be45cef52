import { defineErrors } from '@orrery/schema'

const listed = (names: readonly string[]) => (names.length ? names.join(', ') : 'none')

export const FrameError = defineErrors('FrameError', {
  FRAME_FIELD_MISSING: {
    status: 422,
    message: ({ field, fields }: { field: string; fields: readonly string[] }) =>
      `The frame has no field "${field}"; it has: ${listed(fields)}. Ask for one of these, or let the query return it.`,
  },
  FRAME_FIELD_KIND: {
    status: 422,
    message: ({ field, found, expected }: { field: string; found: string; expected: string }) =>
      `Field "${field}" holds ${found}, but ${expected} is needed. Convert the field, or choose another.`,
  },
  FRAME_FIELD_NAME: {
    status: 500,
    message: ({ field }: { field: string }) =>
      `A value field of a series frame cannot be called "${field}", which names another part of the frame. Rename it.`,
  },
  FRAME_CELL_KIND: {
    status: 500,
    message: ({ field, row, found, expected }: { field: string; row: number; found: string; expected: string }) =>
      `Field "${field}" takes ${expected}, but row ${row} holds ${found}. Convert the cell, or pass null.`,
  },
  FRAME_LABEL_CODE: {
    status: 500,
    message: ({ code }: { code: number }) =>
      `No label name or value of the builder has the number ${code}. Use what \`name\` and \`set\` have returned.`,
  },
  FRAME_TEXT: {
    status: 502,
    message: ({ found }: { found: string }) =>
      `The text "${found.slice(0, 80)}" of a frame is not valid UTF-8. Let the source send UTF-8.`,
  },
  FRAME_LENGTH: {
    status: 500,
    message: ({ field, length, expected }: { field: string; length: number; expected: number }) =>
      `Field "${field}" has ${length} cells where ${expected} are needed. Pass columns of one length.`,
  },
  FRAME_ROW: {
    status: 500,
    message: ({ row, rows }: { row: number; rows: number }) =>
      `There is no row ${row} in a frame of ${rows}. Ask for one below that.`,
  },
  FRAME_TIMES: {
    status: 500,
    message: ({ series, index }: { series: string; index: number }) =>
      `The times of series ${series} do not ascend at point ${index}, or are no times. Sort the points, and keep one a time.`,
  },
  FRAME_SHAPE: {
    status: 422,
    message: ({ found, expected }: { found: string; expected: string }) =>
      `The frame is a ${found} frame, but a ${expected} frame is needed. Convert it first.`,
  },
  FRAME_MALFORMED: {
    status: 502,
    message: ({ reason }: { reason: string }) => `The bytes hold no frame: ${reason}. Check what wrote them.`,
  },
  FRAME_TRUNCATED: {
    status: 502,
    message: ({ bytes }: { bytes: number }) =>
      `The Arrow stream was cut off: its ${bytes} bytes have no end mark. Fetch it again.`,
  },
  FRAME_TYPE_UNSUPPORTED: {
    status: 422,
    message: ({ field, type }: { field: string; type: string }) =>
      `Field "${field}" has the Arrow type ${type}, which frames do not hold. Cast it where it is written.`,
  },
  FRAME_KIND_UNKNOWN: {
    status: 422,
    message: ({ kind }: { kind: string }) =>
      `The frame says it is of kind "${kind}", which is unknown here. Update the host.`,
  },
  FRAME_LIVE_ROW: {
    status: 500,
    message: ({ row, rows }: { row: number; rows: number }) =>
      `Row ${row} of a live update does not exist: the window has ${rows}. Send the labels of a new series first.`,
  },
})
export type FrameError = InstanceType<typeof FrameError>
