/**
 * Every way a request can fail, with the HTTP status it answers. The codes are public and never change their meaning;
 * a client branches on them, never on texts.
 */
export const statusOf = {
  'invalid-request': 400,
  'not-signed-in': 401,
  'second-factor-required': 401,
  'password-change-required': 403,
  'permission-denied': 403,
  'another-person-required': 403,
  'reason-required': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  duplicate: 409,
  'wrong-state': 409,
  'still-in-use': 409,
  'version-conflict': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'invalid-input': 422,
  'idempotency-key-reused': 422,
  'locked-out': 423,
  'version-required': 428,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof statusOf
export type ErrorStatus = (typeof statusOf)[ErrorCode]
export type ErrorParams = Readonly<Record<string, string | number>>
