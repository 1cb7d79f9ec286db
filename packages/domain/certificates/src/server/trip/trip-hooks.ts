import type { Guard, ModuleContext, RecordHooks } from '@opendpf/kit/server'
import { certificates } from '../../contract/index.js'

const { trip, tripService, case: cases } = certificates.records

export const tripGuards = {
  'trip.isPast': ({ today }, { heldOn }) => (heldOn <= today ? true : {}),
  'trip.servedNobody': (_, { personTimes }) => (personTimes === 0 ? true : {}),
} satisfies Readonly<Record<string, Guard<typeof trip>>>

/** A trip that is entered has served nobody yet. */
export const tripHooks: RecordHooks<typeof trip> = {
  prepare({ values }) {
    values.persons ??= 0
    values.personTimes ??= 0
  },
}

/** Each row is one service of one person; the trip counts them anew whenever one comes, goes or changes. */
export const tripServiceHooks: RecordHooks<typeof tripService> = {
  async check(drafts, { read }) {
    const trips = await read.many(trip, { id: [...new Set(drafts.map(({ values }) => values.trip))] })
    const about = drafts.flatMap(({ values }) => (values.application === null ? [] : [values.application]))
    const applicants = new Map((await read.many(cases, { id: about })).map(({ id, person }) => [id, person]))
    const cancelled = new Set(trips.filter(({ state }) => state === 'cancelled').map(({ id }) => id))
    for (const { values, refuse } of drafts) {
      if (cancelled.has(values.trip)) refuse('trip', 'tripService.problem.cancelled')
      if (values.application !== null && applicants.get(values.application) !== values.person)
        refuse('application', 'tripService.problem.caseOther')
    }
  },

  after: (changes, context) =>
    countAnew(
      [...new Set(changes.flatMap(({ before, row }) => [before?.trip, row?.trip].filter((id) => id !== undefined)))],
      context,
    ),
}

async function countAnew(ids: readonly string[], { read, write }: ModuleContext): Promise<void> {
  const trips = await read.many(trip, { id: ids })
  const byTrip = Map.groupBy(await read.many(tripService, { trip: ids }, { limit: 100_000 }), (row) => row.trip)
  await write.updateMany(
    trip,
    trips.flatMap(({ id, version, persons, personTimes }) => {
      const served = byTrip.get(id) ?? []
      const values = { persons: new Set(served.map(({ person }) => person)).size, personTimes: served.length }
      return values.persons === persons && values.personTimes === personTimes ? [] : [{ id, version, values }]
    }),
  )
}
