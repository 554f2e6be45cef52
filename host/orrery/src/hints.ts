const hints: Readonly<Record<string, string>> = {
  SIGN_IN_NEEDED:
    'put an access token into ORRERY_TOKEN, or its file into --token-file; the page Access tokens makes one.',
  TOKEN_INVALID: 'the token is in ORRERY_TOKEN, or in the file of --token-file; the page Access tokens makes one.',
  SECRET_REENTER:
    'a $secret holds only on the host and for the address that it was entered for. Write the secret in its place, apply once, and put what orrery get shows then into the file.',
}

/** What helps at the command line with errors of these codes, each once. */
export const hintsFor = (codes: readonly string[]): string =>
  [...new Set(codes.flatMap((code) => hints[code] ?? []))].map((hint) => `hint: ${hint}\n`).join('')
