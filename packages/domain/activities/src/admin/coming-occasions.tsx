import { AppLink, pageHref, Section, useAdmin, useModuleText } from '@opendpf/admin'
import { addDays, occasionsOf, todayIn } from '@opendpf/standards'
import { activities } from '../contract/index.js'
import { OccasionTable } from './occasion-table.js'

/** What is held on an occasion takes about a month to prepare. */
const daysAhead = 30

/** The occasions of the next weeks, on the first page; nothing where there are none. */
export function ComingOccasions() {
  const say = useModuleText(activities.id)
  const { clock } = useAdmin()
  const today = todayIn(clock)
  const until = addDays(today, daysAhead)
  const year = Number(today.slice(0, 4))
  const coming = [...occasionsOf(year), ...occasionsOf(year + 1)].filter(({ day }) => day >= today && day <= until)
  if (coming.length === 0) return null
  return (
    <Section
      title={say('occasions.coming')}
      isFlush
      actions={<AppLink to={pageHref(activities.id, 'occasions')}>{say('page.occasions')}</AppLink>}
    >
      <OccasionTable caption={say('occasions.coming')} rows={coming} />
    </Section>
  )
}
