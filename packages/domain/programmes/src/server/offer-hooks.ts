import { isWithinScope, placeOf } from '@opendpf/kit'
import type { Guard, RecordHooks } from '@opendpf/kit/server'
import { countyOf } from '@opendpf/standards'
import { programmes, programmesOf } from '../contract/index.js'

const { offer } = programmes.records
type Offer = typeof offer

/** An offer is of a declared programme, of one's own county, within its year, and stays as it was switched on. */
export const offerHooks: RecordHooks<Offer> = {
  prepare({ values, before, action, refuse }, { actor, registry }) {
    const programme = programmesOf(registry).get(values.programme)
    if (!programme) return refuse('programme', 'offer.problem.programme')
    if (countyOf(values.region) === undefined) refuse('region', 'offer.problem.county')
    else if (actor.scope.level !== 'all' && !isWithinScope(actor.scope, placeOf(values.region)))
      refuse('region', 'offer.problem.territory')
    values.firstDay ??= `${values.year}-${programme.window?.from ?? '01-01'}`
    values.lastDay ??= `${values.year}-${programme.window?.until ?? '12-31'}`
    if (values.lastDay < values.firstDay) refuse('lastDay', 'offer.problem.order')
    for (const field of ['firstDay', 'lastDay'] as const)
      if (values[field]?.slice(0, 4) !== String(values.year))
        refuse(field, 'offer.problem.outside', { year: values.year })
    if (action === 'update' && before?.state !== 'draft')
      for (const field of ['programme', 'year', 'region'] as const)
        if (before?.[field] !== values[field]) refuse(field, 'offer.problem.kept')
  },
}

export const offerGuards = {
  'offer.alone': async ({ read }, { id, programme, year, region }) => {
    const others = await read.many(offer, { programme, year, region, state: 'open' })
    return others.every((other) => other.id === id) ? true : { year }
  },
} satisfies Readonly<Record<string, Guard<Offer>>>
