import { hash } from 'node:crypto'

const digest = (text: string) => hash('sha1', text, 'base64url')

/** The ETag of a text that is answered: weak, because it may be sent compressed. */
export const textEtag = (text: string): string => `W/"${digest(text)}"`

/**
 * The ETag of a stored resource: its revision, by which a write says what it replaces, and a digest of the whole answer,
 * because who wrote it and when may change where its text does not.
 */
export const resourceEtag = (revision: string, text: string): string => `"${revision}.${digest(text).slice(0, 11)}"`

const parse = (tag: string) =>
  tag
    .trim()
    .replace(/^W\//, '')
    .replace(/^"(.*)"$/, '$1')

/** The revision that an ETag of a resource names, or the revision itself; `*` is any. */
export const revisionOfEtag = (tag: string): string => parse(tag).replace(/\..*$/, '')

/** Whether the asker has what would be answered, by its If-None-Match. */
export const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined && ifNoneMatch.split(',').some((tag) => parse(tag) === parse(etag))
