import type { EventHandler } from '@opendpf/kit/server'
import { persons } from '@opendpf/persons'
import * as z from 'zod'
import { openApplicationStates, programmes } from '../../contract/index.js'

const { application } = programmes.records
const payloadSchema = z.object({ id: z.string() })

/** A person of the register has died: what was asked for in his own name ends. A household's application is the county's to look at. */
export const followDeath: EventHandler = async ({ payload }, { read, write, registry }) => {
  const { id } = payloadSchema.parse(payload)
  const person = await read.one(persons.records.person, id)
  // it may have been put right before this was told
  if (person?.isDeceased !== true) return
  const reason = registry.text('persons', 'zh-CN', 'person.isDeceased')
  const open = await read.many(application, {
    person: id,
    household: null,
    organisation: null,
    state: openApplicationStates,
  })
  if (open.length === 0) return
  await write.transitionMany(
    application,
    'terminate',
    open.map((row) => ({ id: row.id, version: row.version, values: {} })),
    reason,
  )
}
