import { defineJob } from '@opendpf/kit/server'
import * as z from 'zod'
import { asPlatformJob } from '../jobs/platform-job.js'
import { verifyAudit } from './verify-audit.js'

const named = 20

/** Walks the chains and proves the rows while the server goes on; the result names what does not hold. */
export const verifyAuditJob = defineJob({
  title: 'job.verifyAudit',
  retries: 1,
  input: z.object({}),
  async run(_, context) {
    const { platform, signal } = asPlatformJob(context)
    let checked = { entries: 0, rows: 0 }
    const findings = await verifyAudit(platform, ({ stage, done }) => {
      signal.throwIfAborted()
      checked = { ...checked, [stage]: done }
      void context.progress(checked.entries + checked.rows, 0)
    })
    return { ...checked, problems: findings.length, findings: findings.slice(0, named) }
  },
})
