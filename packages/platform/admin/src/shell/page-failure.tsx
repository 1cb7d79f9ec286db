import type { ErrorComponentProps } from '@tanstack/react-router'
import { ProblemNotice } from '../components/problem-notice.js'

/** Takes the place of a page that failed, so that the frame around it stays usable. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  return (
    <div className="page page-narrow">
      <ProblemNotice error={error} onRetry={reset} />
    </div>
  )
}
