import type { Reporter } from '@playwright/test/reporter'

// biome-ignore lint/style/noDefaultExport: Playwright takes it by its default export
export default function lastLineReporter(): Reporter {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  return {
    printsToStdio: () => true,
    onTestEnd: (_test, { status }) => {
      counts[status === 'passed' || status === 'skipped' ? status : 'failed'] += 1
    },
    onError: () => {
      counts.failed += 1
    },
    onEnd: () => {
      const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
      console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`)
    },
  }
}
