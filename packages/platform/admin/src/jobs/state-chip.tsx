import type { ChipTone } from '../components/chip.js'
import { Chip } from '../components/chip.js'
import type { AdminMessage } from '../i18n/messages/index.js'
import { adminMessages } from '../i18n/messages/index.js'
import { useText } from '../i18n/use-text.js'

const tones: Readonly<Record<string, ChipTone>> = {
  uploaded: 'start',
  queued: 'start',
  waiting: 'start',
  planning: 'active',
  planned: 'active',
  running: 'active',
  cancelling: 'active',
  undoing: 'active',
  'waiting-for-approval': 'attention',
  failed: 'alarm',
  ready: 'done',
  done: 'done',
  undone: 'off',
  expired: 'off',
  refused: 'off',
  cancelled: 'off',
}

/** The state of an import, an export or a job in words. */
export function StateChip({ of, state }: { readonly of: 'import' | 'export' | 'job'; readonly state: string }) {
  const t = useText()
  const key = `${of}.state.${state}`
  return <Chip tone={tones[state] ?? 'active'}>{key in adminMessages['zh-CN'] ? t(key as AdminMessage) : state}</Chip>
}
