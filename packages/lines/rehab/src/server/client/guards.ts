import type { Guard } from '@opendpf/kit/server'
import { rehab } from '../../contract/index.js'

const { file, plan, planItem } = rehab.records

/** A file is put away when its plans have ended. */
const planEnded: Guard<typeof file> = async ({ read }, { id }) =>
  (await read.count(plan, { file: id, state: ['draft', 'agreed'] })) === 0 ? true : {}

/** Nobody agrees to a plan that foresees nothing. */
const hasServices: Guard<typeof plan> = async ({ read }, { id }) =>
  (await read.count(planItem, { plan: id })) > 0 ? true : {}

const onlyOne: Guard<typeof plan> = async ({ read }, { id, file: of }) =>
  (await read.many(plan, { file: of, state: 'agreed' })).every((other) => other.id === id) ? true : {}

/** What must hold before steps of files and plans. */
export const clientGuards = {
  'file.planEnded': planEnded,
  'plan.hasServices': hasServices,
  'plan.onlyOne': onlyOne,
} as const
