import type { RecordHooks } from '@opendpf/kit/server'
import type { figures } from '../contract/index.js'

/** What was told was told. */
export const frozenHooks: RecordHooks<(typeof figures)['records']['frozenFigure']> = {
  prepare({ action, refuse }) {
    if (action !== 'create') refuse('purpose', 'frozenFigure.problem.kept')
  },
}
