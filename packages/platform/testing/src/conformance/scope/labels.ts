import type { PlacedRecord } from '@opendpf/kit'
import { fieldsOf, parentField } from '@opendpf/kit'
import { places } from '../../server/divisions.js'
import type { Report } from '../check.js'
import { addressOf } from '../steps.js'
import type { Subject } from '../subject.js'

/** A row may refer to one that lies elsewhere; what that one is called is not told. */
export async function foreignLabels(record: PlacedRecord, subject: Subject, report: Report): Promise<void> {
  const { server, sampler, all } = subject
  for (const { name, meta } of fieldsOf(record)) {
    if (meta.kind !== 'reference' || meta.isDerived || name === parentField(record)) continue
    const target = server.platform.registry.record(meta.target ?? '')
    if (target.scope === 'global') continue
    const elsewhere = await sampler.make(target, { division: places.neighbourVillage })
    const { title } = (await all('GET', addressOf(subject, target, elsewhere.id))).body
    // a module may have a rule that the two lie together: then there is nothing to hide
    const row = await sampler.make(record, { values: { [name]: elsewhere.id } }).catch(() => undefined)
    if (!row) continue
    const { body } = await server.as({ id: 'labels', at: places.village })('GET', addressOf(subject, record, row.id))
    if (body.labels?.[name] !== '—')
      report(`${record.ref}.${name}`, `calls a row elsewhere “${body.labels?.[name]}” (${title})`)
  }
}
