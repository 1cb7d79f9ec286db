import type { Reporter, Suite } from '@playwright/test/reporter'

// biome-ignore lint/style/noDefaultExport: Playwright takes it by its default export
export default function lastLineReporter(): Reporter {
  let all: Suite | undefined
  let errors = 0
  return {
    printsToStdio: () => true,
    onBegin: (_config, suite) => {
      all = suite
    },
    onError: () => {
      errors += 1
    },
    onEnd: () => {
      const outcomes = all?.allTests().map((test) => test.outcome()) ?? []
      const count = (...wanted: readonly string[]) => outcomes.filter((outcome) => wanted.includes(outcome)).length
      const skipped = count('skipped') > 0 ? `, ${count('skipped')} skipped` : ''
      console.log(`\n${count('expected', 'flaky')} passed, ${count('unexpected') + errors} failed${skipped}`)
    },
  }
}
