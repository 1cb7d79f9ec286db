import { todayIn } from '@opendpf/standards'
import { useAdmin } from '../app/admin-context.js'
import { Chip } from '../components/chip.js'
import { useText } from '../i18n/use-text.js'
import type { DeadlineFields } from './deadline-fields.js'
import { standingOf } from './standing.js'
import { useDeadlineWords } from './use-deadline-words.js'

/** How a deadline stands today in words, with a shape beside the colour. */
export function DaysLeft({ deadline }: { readonly deadline: DeadlineFields }) {
  const t = useText()
  const { clock } = useAdmin()
  const words = useDeadlineWords()
  const { tone, key, days = 0 } = standingOf(deadline, todayIn(clock))
  return <Chip tone={tone}>{t(key, { days, reason: words.reason(deadline.pauseReason) })}</Chip>
}
