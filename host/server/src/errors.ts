import { defineErrors } from '@orrery/schema'

/** What the server itself answers, refuses or fails with. */
export const ServerError = defineErrors('ServerError', {
  STORE_LOCKED: {
    status: 500,
    message: ({ folder }: { folder: string }) =>
      `The data folder ${folder} is in use by another running host. Stop that one, or start this one with another data folder.`,
  },
  STORE_UNREADABLE: {
    status: 500,
    message: ({ place, reason }: { place: string; reason: string }) =>
      `The store at ${place} cannot be opened: ${reason}. Check that it is there, its permissions and its disk, or restore it from a backup.`,
  },
  STORE_UNAVAILABLE: {
    status: 503,
    message: ({ place, reason }: { place: string; reason: string }) =>
      `The store at ${place} does not work now: ${reason}. What was asked for was not done; try again when it works.`,
  },
  STORE_DAMAGED: {
    status: 503,
    message: ({ kind, id }: { kind: string; id: string }) =>
      `The ${kind} "${id}" cannot be read, because its text in the store is damaged. Restore the store from a backup, or the resource from its history.`,
  },
  STORE_TEXT: {
    status: 400,
    message: () => 'The request holds a NUL character (U+0000), which the database cannot keep. Leave it out.',
  },
  STORE_NEWER: {
    status: 500,
    message: ({ place }: { place: string }) =>
      `The store at ${place} was written by a newer host. Start that version, or restore a backup of this one.`,
  },
  STORE_MISSING: {
    status: 500,
    message: ({ folder }: { folder: string }) =>
      `There is no store in ${folder}. Name the data folder of a host; PostgreSQL is backed up with its own pg_dump.`,
  },
  BACKUP_EXISTS: {
    status: 500,
    message: ({ file }: { file: string }) => `There is a file ${file} already. Choose another name, or move it away.`,
  },
  BACKUP_FAILED: {
    status: 500,
    message: ({ file, reason }: { file: string; reason: string }) =>
      `${file} could not be written: ${reason}. Check the folder, its permissions and its disk.`,
  },
  BACKUP_INVALID: {
    status: 500,
    message: ({ file, reason }: { file: string; reason: string }) =>
      `${file} is no backup that this host can use: ${reason}. Choose another, or a host of the version that wrote it.`,
  },
  SECRET_KEY_INVALID: {
    status: 500,
    message: ({ source }: { source: string }) =>
      `The secret key in ${source} is not 32 bytes as base64. Give the key that the store was written with.`,
  },
  SECRET_KEY_NEEDED: {
    status: 500,
    message: () =>
      'Hosts that share a database share the key of its secrets. Give each the same 32 random bytes as base64 in ORRERY_SECRET_KEY.',
  },
  SECRET_KEY_PREVIOUS_NEEDED: {
    status: 500,
    message: () =>
      'The key of the secrets is given in ORRERY_SECRET_KEY, so it is not replaced here. Give the new key there and the old one in ORRERY_SECRET_KEY_PREVIOUS, and rotate again.',
  },
  SECRET_UNREADABLE: {
    status: 500,
    message: ({ path, kind, id }: { path: string; kind: string; id: string }) =>
      `The secret at ${path} of ${kind} "${id}" cannot be decrypted. Enter it again, or start the host with the key that it was encrypted with.`,
  },
  SECRET_REENTER: {
    status: 400,
    message: ({ path, reason }: { path: string; reason: string }) =>
      `The secret at ${path} must be entered again, because ${reason}.`,
  },
  SECRET_SOURCE_MISSING: {
    status: 400,
    message: ({ path, source }: { path: string; source: string }) =>
      `The secret at ${path} is taken from ${source}, which this host does not have. Provide it and try again.`,
  },
  SECRET_SOURCE_FORBIDDEN: {
    status: 403,
    message: ({ path }: { path: string }) =>
      `The secret at ${path} names a variable or file of the host, which only provisioned resources may do. Enter the value instead.`,
  },
  SIGN_IN_FAILED: { status: 401, message: () => 'The name or the password is wrong. Try again.' },
  SIGN_IN_LIMITED: {
    status: 429,
    message: ({ seconds }: { seconds: number }) => `Too many failed sign-ins. Wait ${seconds} s and try again.`,
  },
  RATE_LIMITED: {
    status: 429,
    message: ({ what, limit, seconds }: { what: string; limit: number; seconds: number }) =>
      `More than ${limit} ${what} came from you within a minute. Wait ${seconds} s and try again, or have the rateLimits of the host raised.`,
  },
  METRICS_TOKEN: {
    status: 401,
    message: () => 'The metrics are read with the token of this host: send it as Authorization: Bearer TOKEN.',
  },
  NOT_READY: {
    status: 503,
    message: ({ reasons }: { reasons: readonly string[] }) =>
      `The host takes no requests now: ${reasons.join('; ')}. Send them to another, or try again.`,
  },
  SIGN_IN_OFF: {
    status: 403,
    message: () =>
      'This host has no sign-in with name and password. Open it under the address at which your organisation signs you in.',
  },
  AUTHENTICATE_FAILED: {
    status: 503,
    message: () =>
      'It could not be found out who you are. Try again; the log of the host says why, under the trace id.',
  },
  TOKEN_INVALID: {
    status: 401,
    message: () => 'The access token is not valid, has ended or was removed. Ask an administrator for a new one.',
  },
  TOKEN_NOT_FOUND: {
    status: 404,
    message: ({ id }: { id: string }) => `There is no access token "${id}". Load the list again.`,
  },
  SETUP_TOKEN_INVALID: {
    status: 403,
    message: () => 'This setup link is not valid. Use the link that the host printed when it started last.',
  },
  SETUP_DONE: { status: 409, message: () => 'This host is set up already. Sign in instead.' },
  USER_EXISTS: {
    status: 409,
    message: ({ name }: { name: string }) => `There is already a user "${name}". Choose another name.`,
  },
  REQUEST_FORGED: {
    status: 403,
    message: ({ reason }: { reason: string }) =>
      `The request was refused, because ${reason}. Send it from the host's own pages.`,
  },
  HOST_HEADER_FORBIDDEN: {
    status: 421,
    message: ({ host }: { host: string }) => `This host does not answer for "${host}". Open it under localhost.`,
  },
  DEMO_ADDRESS_FORBIDDEN: {
    status: 500,
    message: ({ host }: { host: string }) =>
      `The demo lets everybody in, so it listens on loopback only, not on ${host}. Leave the address out, or start without demo.`,
  },
  OPTIONS_INVALID: { status: 500, message: ({ reason }: { reason: string }) => `The host cannot start: ${reason}.` },
  REQUEST_INVALID: {
    status: 400,
    message: ({ where, problems }: { where: string; problems: readonly { path: string; message: string }[] }) =>
      `The ${where} of the request is not valid: ${problems
        .slice(0, 3)
        .map(({ path, message }) => `${path || '/'} ${message}`)
        .join('; ')}. Correct it and send it again.`,
  },
  REQUEST_MALFORMED: {
    status: 400,
    message: ({ reason }: { reason: string }) => `The request cannot be read: ${reason}. Correct it and send it again.`,
  },
  REQUEST_TOO_LARGE: {
    status: 413,
    message: ({ limit }: { limit: number }) => `The request is larger than ${limit} bytes. Send less at once.`,
  },
  REQUEST_HEADERS_TOO_LARGE: {
    status: 431,
    message: () => 'The headers of the request are too large. Send fewer or shorter ones.',
  },
  REQUEST_TIMEOUT: {
    status: 408,
    message: () => 'The request did not arrive within 30 s. Send it again.',
  },
  REQUEST_TOO_DEEP: {
    status: 400,
    message: ({ limit }: { limit: number }) =>
      `The body of the request is nested more than ${limit} levels deep. Send it flatter.`,
  },
  REQUEST_MEDIA_TYPE: {
    status: 415,
    message: ({ type }: { type: string }) => `A body of type "${type}" is not understood here. Send application/json.`,
  },
  ROUTE_NOT_FOUND: {
    status: 404,
    message: ({ path }: { path: string }) => `There is nothing at ${path}. Check the address.`,
  },
  NAMESPACE_NOT_FOUND: {
    status: 404,
    message: ({ namespace, known }: { namespace: string; known: string }) =>
      `There is no namespace "${namespace}". Use "${known}".`,
  },
  KIND_NOT_FOUND: {
    status: 400,
    message: ({ kind, known }: { kind: string; known: readonly string[] }) =>
      `There are no resources of kind "${kind.slice(0, 64)}". Use one of ${known.join(', ')}.`,
  },
  PRECONDITION_NEEDED: {
    status: 428,
    message: () =>
      'The request does not say what it replaces. Send If-Match with the revision that you read, or If-None-Match: * to create.',
  },
  KEY_MISMATCH: {
    status: 400,
    message: ({ field, inPath, inBody }: { field: string; inPath: string; inBody: string }) =>
      `The address says ${field} "${inPath}" and the body "${inBody}". Make them equal.`,
  },
  REVISION_NOT_FOUND: {
    status: 409,
    message: ({ dashboard, revision }: { dashboard: string; revision: string }) =>
      `The dashboard "${dashboard}" has no revision "${revision}". Load the dashboard again.`,
  },
  PANEL_NOT_FOUND: {
    status: 404,
    message: ({ dashboard, panel }: { dashboard: string; panel: string }) =>
      `The dashboard "${dashboard}" has no panel "${panel}". Load the dashboard again.`,
  },
  LIBRARY_PANEL_NOT_FOUND: {
    status: 404,
    message: ({ dashboard, panel, library }: { dashboard: string; panel: string; library: string }) =>
      `The library panel "${library}", which the dashboard "${dashboard}" shows as "${panel}", is gone. Restore it, or remove the panel.`,
  },
  DASHBOARD_NEEDED: {
    status: 400,
    message: () => 'The batch asks for panels but names no dashboard. Add the id and revision of the dashboard.',
  },
  QUERY_UNSEALED: {
    status: 403,
    message: ({ field }: { field: string }) =>
      `A panel's saved query cannot be changed on the way, but the request sends "${field}". Send only its id, or a draft if you may edit.`,
  },
  ANNOTATIONS_NOT_FOUND: {
    status: 404,
    message: ({ dashboard, name }: { dashboard: string; name: string }) =>
      `The dashboard "${dashboard}" has no query of annotations "${name}". Load it again.`,
  },
  ANNOTATION_NOT_FOUND: {
    status: 404,
    message: ({ id }: { id: string }) =>
      `There is no annotation "${id}". It may have been deleted: load those that are there.`,
  },
  ANNOTATION_REVERSED: {
    status: 400,
    message: ({ time, timeEnd }: { time: number; timeEnd: number }) =>
      `The annotation ends at ${timeEnd}, before it begins at ${time}. Swap the times, or leave the end out for a moment.`,
  },
  ANNOTATION_PANEL_ALONE: {
    status: 400,
    message: ({ panel }: { panel: string }) =>
      `The annotation belongs to the panel "${panel}", but to no dashboard. Say which dashboard has the panel.`,
  },
  ANNOTATIONS_UNSUPPORTED: {
    status: 400,
    message: ({ datasource }: { datasource: string }) =>
      `The datasource "${datasource}" gives no annotations. Choose another for them.`,
  },
  FILTERS_UNSUPPORTED: {
    status: 400,
    message: ({ datasource }: { datasource: string }) =>
      `The datasource "${datasource}" takes no filters. Choose another for them.`,
  },
  FILTERS_NOT_OFFERED: {
    status: 403,
    message: ({ datasource }: { datasource: string }) =>
      `No dashboard that you named has filters for the datasource "${datasource}". Name one that has, or ask somebody who may send queries.`,
  },
  DATASOURCE_TYPE_MISSING: {
    status: 400,
    message: ({ type }: { type: string }) =>
      `There is no plugin for datasources of type "${type}". Install it, or choose another type.`,
  },
  DATASOURCE_VERSION: {
    status: 409,
    message: ({ type, version, supported }: { type: string; version: number; supported: number }) =>
      `The options of this ${type} datasource are of version ${version}, and its plugin reads version ${supported}. Install a version of the plugin that reads them.`,
  },
  DATASOURCE_FAILED: {
    status: 502,
    message: ({ type, reason }: { type: string; reason: string }) =>
      `The plugin of ${type} datasources failed: ${reason}. Check the settings, then the log of the host.`,
  },
  DATASOURCE_TIMEOUT: {
    status: 504,
    message: ({ type, step, seconds }: { type: string; step: string; seconds: number }) =>
      `The plugin of ${type} datasources did not ${step} within ${seconds} s. Check the settings and that the backend is running.`,
  },
  HTTP_URL_INVALID: {
    status: 400,
    message: ({ url }: { url: string }) => `"${url}" is not an http or https address. Correct the URL.`,
  },
  HTTP_UNREACHABLE: {
    status: 502,
    message: ({ origin, reason }: { origin: string; reason: string }) =>
      `${origin} cannot be reached: ${reason}. Check the address and that it is running.`,
  },
  HTTP_TIMEOUT: {
    status: 504,
    message: ({ origin, seconds }: { origin: string; seconds: number }) =>
      `${origin} did not answer within ${seconds} s. Ask for less, or raise the timeout.`,
  },
  HTTP_BODY_TOO_LARGE: {
    status: 422,
    message: ({ origin, limit }: { origin: string; limit: number }) =>
      `The answer of ${origin} is larger than ${limit} bytes. Ask for less, or raise the limit.`,
  },
  HTTP_CUT_OFF: {
    status: 502,
    message: ({ origin }: { origin: string }) =>
      `The answer of ${origin} ended before it was complete. Try again, and look at the proxies between.`,
  },
  PROVISIONING_UNREADABLE: {
    status: 500,
    message: ({ reason }: { reason: string }) =>
      `It cannot be read: ${reason}. Correct the path or the permissions; it is read again when it changes.`,
  },
  PROVISIONING_SYNTAX: {
    status: 500,
    message: ({ reason }: { reason: string }) =>
      `It is neither YAML nor JSON: ${reason.replace(/\.$/, '')}. Correct it; it is read again when it changes.`,
  },
  PROVISIONING_INVALID: {
    status: 500,
    message: ({ reason }: { reason: string }) => `${reason}. Correct it; it is read again when it changes.`,
  },
  PROVISIONING_EMPTY: {
    status: 500,
    message: ({ resources }: { resources: number }) =>
      `There is no document, but ${resources} resources came from here, and they are kept. Put the files back, or start the host without provisioning to edit the resources.`,
  },
  VARIABLE_NOT_FOUND: {
    status: 404,
    message: ({ dashboard, variable }: { dashboard: string; variable: string }) =>
      `The dashboard "${dashboard}" has no variable "${variable}" whose values can be listed. Reload it.`,
  },
  PATTERN_INVALID: {
    status: 400,
    message: ({ pattern, reason }: { pattern: string; reason: string }) =>
      `The pattern "${pattern}" of a variable cannot be used: ${reason}. Correct or simplify it.`,
  },
  ACTION_NOT_FOUND: {
    status: 404,
    message: ({ dashboard, panel }: { dashboard: string; panel: string }) =>
      `Panel "${panel}" of the dashboard "${dashboard}" has no such action. Reload the dashboard.`,
  },
  ACTION_INPUT_INVALID: {
    status: 400,
    message: ({ name, reason }: { name: string; reason: string }) =>
      `The input "${name}" of the action ${reason}. Correct it.`,
  },
  ACTION_URL_INVALID: {
    status: 400,
    message: ({ url }: { url: string }) =>
      `The action leads to ${url}, which is no http or https address, or one that leaves its path. Correct the action, or choose another value.`,
  },
  ACTION_HEADER_FORBIDDEN: {
    status: 400,
    message: ({ name }: { name: string }) => `An action cannot set the header "${name}". Leave it out.`,
  },
  ACTION_ORIGIN_FORBIDDEN: {
    status: 403,
    message: ({ origin }: { origin: string }) =>
      `This host sends no actions to ${origin}. Whoever runs it can add that origin to the setting actionOrigins (ORRERY_ACTION_ORIGINS).`,
  },
  ACTION_REDIRECT_FORBIDDEN: {
    status: 403,
    message: ({ origin }: { origin: string }) =>
      `The target of the action redirects to ${origin}, where this host sends no actions. Name that address in the action, or add it to the setting actionOrigins (ORRERY_ACTION_ORIGINS).`,
  },
  ACTION_TIMEOUT: {
    status: 504,
    message: ({ origin, seconds }: { origin: string; seconds: number }) =>
      `${origin} did not answer the action within ${seconds} s. It may have been done all the same: look before you run it again.`,
  },
  ACTION_FAILED: {
    status: 502,
    message: ({ origin, reason }: { origin: string; reason: string }) =>
      `The action could not be sent to ${origin}: ${reason}. Check that the target runs, and the address.`,
  },
  SERVER_STOPPING: { status: 503, message: () => 'The host is stopping. Try again when it has restarted.' },
  INTERNAL: { status: 500, message: () => 'The host failed at this request. Its log says why, under the trace id.' },
})
