import { OpenDpfError } from '@opendpf/errors'
import type { RowOf } from '@opendpf/kit'
import { persons } from '../../contract/index.js'
import { joinStretches } from '../details/stretches.js'
import { headRelation } from '../households/membership.js'
import type { Merging } from './merging.js'

const { account, guardian, household, member, status } = persons.records

/**
 * Memberships: history moves. Of two present ones the kept entry's stays, unless the dropped one is the head of the same household.
 * A head of another household must hand it over first, because somebody has to decide who follows.
 */
export async function moveMemberships({ keep, drop, context, ledger }: Merging): Promise<void> {
  const rows = await context.read.many(member, { person: drop })
  const own = (await context.read.many(member, { person: keep, until: null }))[0]
  for (const row of rows) {
    if (row.until !== null || !own) await ledger.change(member, row, { person: keep })
    else if (row.household === own.household && row.relation === headRelation) {
      await ledger.remove(member, own)
      await ledger.change(member, row, { person: keep })
    } else {
      await refuseHead(row, { context })
      await ledger.remove(member, row)
    }
  }
}

async function refuseHead(row: RowOf<typeof member>, { context }: Pick<Merging, 'context'>): Promise<void> {
  if (row.relation !== headRelation) return
  const others = await context.read.count(member, { household: row.household, until: null })
  if (others > 1)
    throw new OpenDpfError('still-in-use', {
      params: { count: others, what: context.registry.text('persons', context.locale, household.name) },
    })
}

/** Periods of one kind that overlap become one that covers both. */
export async function moveStatuses({ keep, drop, context, ledger }: Merging): Promise<void> {
  const rows = await context.read.many(status, { person: [keep, drop] })
  for (const group of Map.groupBy(rows, ({ kind }) => kind).values()) {
    for (const { stays, since, until, gone } of joinStretches(group, ({ person }) => person === keep)) {
      for (const row of gone) await ledger.remove(status, row)
      const isMoved = stays.person !== keep
      if (isMoved || stays.since !== since || stays.until !== until)
        await ledger.change(status, stays, { person: keep, since, until })
    }
  }
}

/** Accounts move; the kept entry's default stays the default. */
export async function moveAccounts({ keep, drop, context, ledger }: Merging): Promise<void> {
  const hasDefault = (await context.read.count(account, { person: keep, isDefault: true })) > 0
  for (const row of await context.read.many(account, { person: drop })) {
    await ledger.change(account, row, { person: keep, isDefault: row.isDefault === true && !hasDefault })
  }
}

/** Guardians move; a link that would make somebody their own guardian is taken away, the guardian's name stays. */
export async function moveGuardians(
  field: 'person' | 'guardianPerson',
  { keep, drop, context, ledger }: Merging,
): Promise<void> {
  for (const row of await context.read.many(guardian, { [field]: drop })) {
    const moved = { person: row.person, guardianPerson: row.guardianPerson, [field]: keep }
    await ledger.change(guardian, row, {
      ...moved,
      guardianPerson: moved.guardianPerson === moved.person ? null : moved.guardianPerson,
    })
  }
}
