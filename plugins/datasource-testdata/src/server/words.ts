/** What made things are called. */
export const services = ['frontend', 'catalogue', 'checkout', 'payments', 'search', 'users', 'mail', 'stock'] as const

/** The likeliest first. */
export const levels = ['info', 'debug', 'warning', 'error', 'trace', 'fatal'] as const

export const sentences = [
  'The request was answered.',
  'A connection to the database was opened.',
  'The cache has no entry for this key; it is made anew.',
  'The queue grows: 120 messages wait.',
  'A retry after 250 ms went well.',
  'Bericht über Größe und Maß: alles im grünen Bereich.',
  '設定を読み込みました。',
  'The token will expire in five minutes 🔑.',
] as const

export const routes = ['GET /', 'GET /product/{id}', 'POST /cart', 'POST /order', 'GET /search'] as const
