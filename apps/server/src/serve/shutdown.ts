/** Ends the process in order when it is told to: once, however often it is told. A second signal ends it at once. */
export function onShutdown(close: () => Promise<void>): void {
  let isClosing = false
  const end = (signal: NodeJS.Signals): void => {
    if (isClosing) process.exit(1)
    isClosing = true
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`停止时出错（${signal}） / failed to stop:`, error instanceof Error ? error.message : error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
}
