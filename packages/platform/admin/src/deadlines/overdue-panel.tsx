import { AppLink } from '../components/app-link.js'
import { Section } from '../components/section.js'
import { useText } from '../i18n/use-text.js'
import { useCan } from '../session/me.js'
import { useDeadlineWords } from './use-deadline-words.js'
import { useWorklist } from './use-worklist.js'
import { WorklistTable } from './worklist-table.js'

const shown = 5

/** What is overdue, on the first page. It stays away where there is nothing to see or nobody may. */
export function OverduePanel() {
  const t = useText()
  const mayRead = useCan()('system:deadline.read')
  const isHere = useDeadlineWords().record('system.deadline') !== undefined
  const { data } = useWorklist({ show: 'overdue', limit: shown }, mayRead && isHere)
  const page = data?.pages[0]
  if (!page || page.rows.length === 0) return null
  const { value, isExact } = page.total
  return (
    <Section
      title={t(isExact ? 'deadline.overdueCount' : 'deadline.overdueAbove', { count: value })}
      actions={<AppLink to="/deadlines?show=overdue">{t('deadline.all')}</AppLink>}
    >
      <WorklistTable caption={t('deadline.overdueTable')} rows={page.rows} />
    </Section>
  )
}
