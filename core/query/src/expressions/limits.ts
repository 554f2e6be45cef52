/** What one step of an expression may make: more would take the memory of everybody else. */
export const mostPoints = 20_000_000
