/** The two backgrounds that colours are made for. */
export type Theme = 'dark' | 'light'
