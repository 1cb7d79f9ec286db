import { persons } from '@opendpf/persons'
import { certificates } from '../../contract/index.js'
import { inChunks } from '../certificate/check.js'
import type { NationalSync } from './national-sync.js'

const { certificate, submission } = certificates.records

/**
 * The exchange by files, for counties whose national system has no other door: what waits is exported as a list, and what it answers is
 * imported into the same lines. Exports with full numbers need an approval, and every file is logged, as for any list.
 */
export const fileExchange: NationalSync = {
  async request(cases, { read, write, today }) {
    const holders = await inChunks(
      cases.map(({ person }) => person),
      (id) => read.many(persons.records.person, { id }),
    )
    const numbers = new Map(holders.map(({ id, idNumber }) => [id, idNumber]))
    const about = cases.flatMap(({ certificate: id }) => (id === null ? [] : [id]))
    const held = new Map((await inChunks(about, (id) => read.many(certificate, { id }))).map((row) => [row.id, row]))
    await write.createMany(
      submission,
      cases.map((row) => {
        const old = row.certificate === null ? undefined : held.get(row.certificate)
        return {
          // the end of the case's id is random, and a case may be sent again another day
          reference: `${row.county ?? ''}-${today.replaceAll('-', '')}-${row.id.slice(-10).toUpperCase()}-${row.version}`,
          person: row.person,
          application: row.id,
          idNumber: numbers.get(row.person) ?? null,
          item: row.item,
          category: row.category ?? old?.category ?? null,
          grade: row.grade ?? old?.grade ?? null,
          components: row.components ?? old?.components ?? null,
          priorNumber: old?.number ?? row.priorNumber,
          sentOn: today,
          state: 'waiting',
        }
      }),
    )
  },
}
