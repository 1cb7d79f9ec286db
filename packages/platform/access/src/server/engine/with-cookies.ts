/** The headers a browser would send next, with the cookies it was just given. */
export function withCookies(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ') })
}
