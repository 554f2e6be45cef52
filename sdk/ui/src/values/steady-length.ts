/** Shorter texts get the room of this many digits: the next value may well be longer. */
const LEAST = 5

/**
 * The room, in digits, that values need: the most that they needed since they were of these names. A layout that follows
 * each refresh would jump whenever a digit comes or goes.
 */
export function createSteadyLength(): (lengths: readonly number[], names: readonly string[]) => number {
  let room = LEAST
  let of = ''
  return (lengths, names) => {
    const now = names.join('\n')
    if (now !== of) room = LEAST
    of = now
    room = Math.max(room, ...lengths)
    return room
  }
}
