import { allows } from '@opendpf/kit'
import { places } from '../../server/divisions.js'
import { recordCheck } from '../check.js'
import { exportFile, planImport } from '../transfers.js'

/** What is taken out can be brought back: every value is written so that it is understood as itself. */
export const roundTripCheck = recordCheck({
  name: 'round-trip',
  title: 'takes out what it understands when it is brought back',
  async run(record, subject, report) {
    if (!allows(record, 'export') || !allows(record, 'import')) return
    const { sampler, server } = subject
    // a village where the other checks left nothing
    const division = record.scope === 'global' ? undefined : places.quietVillage
    const options = division ? { division } : {}
    await sampler.make(record, options)
    await sampler.make(record, options)
    // and one with holes, where the module's rules allow them
    await sampler.make(record, { ...options, optional: 'never' }).catch(() => sampler.make(record, options))
    const by = server.as({ id: 'exporter', at: 'all' })
    const query = { filters: {}, ...(division ? { within: division } : {}) }
    for (const format of ['xlsx', 'csv'] as const) {
      const bytes = await exportFile(subject, record, { by, query, format })
      const { counts, details } = await planImport(subject, record, { by, bytes, name: `export.${format}` })
      const { rows, creates, updates, unchanged, problems } = counts
      if (rows < 3) report(record.ref, `was taken out as ${format} with ${rows} rows of 3`)
      if (creates + updates + problems > 0 || unchanged !== rows)
        report(
          record.ref,
          `comes back from ${format} with ${creates} new, ${updates} changed and ${problems} refused of ${rows} rows: ${details}`,
        )
    }
  },
})
