import { countyCode, demoVillages, generatePersons } from '@opendpf/demo-county'
import { composeResidentId } from '@opendpf/standards'

/** Somebody to register, as a clerk's form sends him. */
export interface Newcomer {
  readonly name: string
  readonly sex: string
  readonly birthDate: string
  readonly division: string
  readonly ethnicity: string
  readonly idNumber: string
}

const pool = 100_000

/**
 * Persons who are not in the county's workbook: names and birth dates of its kind, numbers issued in areas that no county of China
 * has, each once in a run. Whoever measures on one folder twice starts elsewhere.
 */
export function createNewcomers(): () => Newcomer {
  const people = [...generatePersons({ persons: pool, seed: 'newcomers' })]
  let next = Math.floor(Math.random() * 1_000_000)
  return () => {
    const index = next
    next += 1
    const { name, sex, ethnicity, birthDate } = people[index % pool] as (typeof people)[number]
    const addressCode = `99${2000 + (Math.floor(index / 499) % 8000)}`
    const sequence = (index % 499) * 2 + (sex === '1' ? 1 : 0)
    const village = demoVillages[index % demoVillages.length]?.code ?? countyCode
    return {
      name,
      sex,
      ethnicity,
      birthDate,
      division: village,
      idNumber: composeResidentId({ addressCode, birthDate, sequence }),
    }
  }
}
