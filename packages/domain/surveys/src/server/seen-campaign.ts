import { OpenDpfError } from '@opendpf/errors'
import type { ModuleContext } from '@opendpf/kit/server'
import { surveys } from '../contract/index.js'

const { campaign, assignment } = surveys.records

/**
 * Makes sure that the reader has something to do with a campaign: a town sees its own tasks, though not the campaign of the county.
 *
 * @throws OpenDpfError `not-found` of a campaign of which the reader may see nothing
 */
export async function requireSeen(id: string, { read }: Pick<ModuleContext, 'read'>): Promise<void> {
  if ((await read.count(assignment, { campaign: id })) === 0 && !(await read.one(campaign, id)))
    throw new OpenDpfError('not-found')
}
