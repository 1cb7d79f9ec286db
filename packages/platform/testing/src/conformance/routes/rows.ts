import type { PlacedRecord } from '@opendpf/kit'
import type { Sample } from '../../samples/index.js'
import { refusalOf } from '../../samples/index.js'
import { addressOf, seen, versionOf } from '../steps.js'
import type { Subject } from '../subject.js'

/** The rows that requests are about, made when they are first asked for. */
export interface Rows {
  /** A row at a place, the same one each time. */
  standing(record: PlacedRecord, division: string): Promise<Sample>
  fresh(record: PlacedRecord, division: string): Promise<Sample>
  /** A row that was removed; undefined when the module lets go of none. */
  removed(record: PlacedRecord, division: string): Promise<Sample | undefined>
}

/** Opens the rows of one run. */
export function openRows(subject: Subject): Rows {
  const { sampler, all } = subject
  const standing = new Map<string, Promise<Sample>>()
  const fresh = (record: PlacedRecord, division: string): Promise<Sample> => sampler.make(record, { division })
  return {
    fresh,
    standing(record, division) {
      const key = `${record.ref} ${division}`
      const row = standing.get(key) ?? fresh(record, division)
      standing.set(key, row)
      return row
    },
    async removed(record, division) {
      const row = await fresh(record, division)
      const version = await versionOf(subject, row)
      const answer = await all('POST', addressOf(subject, record, row.id, 'remove'), {}, seen(version))
      if (answer.status === 204) return { ...row, version }
      if (answer.status === 409 || answer.status === 422) return undefined
      throw new Error(`a sample of ${record.ref} cannot be removed: ${refusalOf(answer)}`)
    },
  }
}
