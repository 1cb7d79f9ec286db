import { OpenDpfError } from '@opendpf/errors'
import type { Draft, ModuleContext } from '@opendpf/kit/server'
import { activities } from '../../contract/index.js'

const { activity } = activities.records

/** Rows that somebody enters or changes by himself. */
export function written<D extends Pick<Draft, 'action'>>(drafts: readonly D[]): readonly D[] {
  return drafts.filter(({ action }) => action === 'create' || action === 'update')
}

/** Takes nothing away from an activity that is archived. */
export async function keepArchived(
  changes: readonly { readonly action: string; readonly before: { readonly activity: string } | undefined }[],
  { read }: Pick<ModuleContext, 'read'>,
): Promise<void> {
  const ids = new Set(changes.flatMap(({ action, before }) => (action === 'remove' && before ? [before.activity] : [])))
  if (ids.size === 0) return
  // hooks do not know the reader's language, so the step has both names
  if ((await read.count(activity, { id: [...ids], state: 'archived' })) > 0)
    throw new OpenDpfError('wrong-state', { params: { step: '删除 (delete)' } })
}
