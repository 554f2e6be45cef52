/** Rows of all frames together. */
export const INPUT_ROWS = 1_000_000
/** Of one statement, filling the tables included. */
export const MILLISECONDS = 10_000
/** What the database may hold. */
export const MEGABYTES = 512
/** What its whole process may hold: a single value can go past what the database counts. */
export const PROCESS_MEGABYTES = 1024
/** Statements that run at the same time; others wait. */
export const PROCESSES = 2
