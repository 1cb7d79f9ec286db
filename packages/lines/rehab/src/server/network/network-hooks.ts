import { type Guard, keepDaysInOrder, type RecordHooks } from '@opendpf/kit/server'
import { sql } from 'kysely'
import { rehab, requirements } from '../../contract/index.js'
import { keepPeriod } from '../shared/period.js'
import { parentsOf, recount } from '../shared/recount.js'

const { station, stationCheck, agreement, inspection, doctorContract, doctorService } = rehab.records

export const stationHooks: RecordHooks<typeof station> = {
  prepare(draft, { today }) {
    keepDaysInOrder(draft, ['openedOn', 'upgradedOn', 'closedOn'], { record: 'station', today })
  },
}

/** A check counts what is met, and its station is up to standard or not by the latest one. */
export const stationCheckHooks: RecordHooks<typeof stationCheck> = {
  prepare(draft, { today }) {
    const { values, refuse } = draft
    values.met = requirements.filter((name) => values[name]).length
    keepDaysInOrder(draft, ['checkedOn', 'remediedOn'], { record: 'stationCheck', today })
    if (values.remedyBy !== null && values.remedyBy < values.checkedOn)
      refuse('remedyBy', 'stationCheck.problem.remedyBy')
  },
  async after(changes, { db, read, write }) {
    const ids = [...new Set(parentsOf(changes, 'station'))]
    const { rows } = await sql<{ readonly id: string; readonly on: string; readonly isGood: boolean }>`
      select distinct on (station) station as id, checked_on::text as "on", state in ('accepted', 'remedied') as "isGood"
      from rehab_station_check where station = any(${ids}::text[]) and state <> 'checked'
      order by station, checked_on desc, id desc`.execute(db)
    const latest = new Map(rows.map((row) => [row.id, row]))
    const stations = await read.many(station, { id: ids }, { limit: ids.length })
    await write.updateMany(
      station,
      stations.flatMap(({ id, version, isUpToStandard, inspectedOn }) => {
        const values = { isUpToStandard: latest.get(id)?.isGood ?? null, inspectedOn: latest.get(id)?.on ?? null }
        const isSame = values.isUpToStandard === isUpToStandard && values.inspectedOn === inspectedOn
        return isSame ? [] : [{ id, version, values }]
      }),
    )
  },
}

export const agreementHooks: RecordHooks<typeof agreement> = {
  prepare(draft, { today }) {
    keepPeriod(draft, ['since', 'until'], 'agreement')
    keepDaysInOrder(draft, ['signedOn', 'endedOn'], { record: 'agreement', today })
  },
}

export const inspectionHooks: RecordHooks<typeof inspection> = {
  prepare(draft, { today }) {
    const { values, refuse } = draft
    keepDaysInOrder(draft, ['inspectedOn', 'remediedOn'], { record: 'inspection', today })
    if (values.remedyBy !== null && values.remedyBy < values.inspectedOn)
      refuse('remedyBy', 'inspection.problem.remedyBy')
  },
}

/** One contract for each person and year. */
export const doctorContractHooks: RecordHooks<typeof doctorContract> = {
  prepare(draft, { today }) {
    draft.values.services ??= 0
    keepDaysInOrder(draft, ['signedOn', 'endedOn'], { record: 'doctorContract', today })
  },
  async check(drafts, { read }) {
    // two entries of one person bring two contracts together when they are merged
    const made = drafts.filter(({ action }) => action === 'create')
    const people = [...new Set(made.map(({ values }) => values.person))]
    if (people.length === 0) return
    const key = ({ person, year }: { readonly person: string; readonly year: number }) => `${person} ${year}`
    const known = new Set((await read.many(doctorContract, { person: people }, { limit: 10_000 })).map(key))
    for (const { values, refuse } of made) {
      if (known.has(key(values))) refuse('year', 'doctorContract.problem.second')
      known.add(key(values))
    }
  },
}

export const doctorServiceHooks: RecordHooks<typeof doctorService> = {
  async check(drafts, { read, today }) {
    const ids = [...new Set(drafts.map(({ values }) => values.contract))]
    const contracts = await read.many(doctorContract, { id: ids }, { limit: ids.length })
    const known = new Map(contracts.map((row) => [row.id, row]))
    for (const { values, refuse } of drafts) {
      const of = known.get(values.contract)
      if (of && (values.servedOn < of.signedOn || values.servedOn > (of.endedOn ?? today) || values.servedOn > today))
        refuse('servedOn', 'doctorService.problem.outside')
    }
  },
  after: (changes, context) =>
    recount(
      parentsOf(changes, 'contract'),
      { record: doctorContract, field: 'services', of: { table: 'rehab_doctor_service', column: 'contract' } },
      context,
    ),
}

const allMet: Guard<typeof stationCheck> = (_, { met }) =>
  met === requirements.length ? true : { met, all: requirements.length }

/** What must hold before steps of the network. */
export const networkGuards = { 'stationCheck.allMet': allMet } as const
