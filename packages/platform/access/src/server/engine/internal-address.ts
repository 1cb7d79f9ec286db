/** The sign-in library knows users by mail address; ours need none, so that each gets one that can never be written to (RFC 2606). */
export function internalAddress(userId: string): string {
  return `${userId}@users.invalid`
}
