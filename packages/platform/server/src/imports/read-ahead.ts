/** Hands out what a source yields while the next piece is already being made, so that reading goes on while the database works. */
export async function* readAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next()
  // a failure is thrown where it is waited for, not when it happens
  next.catch(() => {})
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = source.next()
      next.catch(() => {})
      yield value
    }
  } finally {
    await source.return(undefined).catch(() => {})
  }
}
