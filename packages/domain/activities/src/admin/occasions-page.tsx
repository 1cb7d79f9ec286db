import { SelectField, useAdmin, useModuleText } from '@opendpf/admin'
import { occasionsOf, todayIn } from '@opendpf/standards'
import { useState } from 'react'
import { activities } from '../contract/index.js'
import { OccasionTable } from './occasion-table.js'

/** The occasions of a year with their days (主题日历), for planning what is held on them. */
export function OccasionsPage() {
  const say = useModuleText(activities.id)
  const { clock } = useAdmin()
  const thisYear = Number(todayIn(clock).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  return (
    <>
      <p className="page-lead">{say('occasions.lead')}</p>
      <SelectField
        id="occasions-year"
        label={say('occasions.year')}
        value={String(year)}
        onChange={(value) => setYear(Number(value))}
        options={[thisYear - 1, thisYear, thisYear + 1].map((one) => ({ value: String(one), label: String(one) }))}
        hasNoEmpty
      />
      <OccasionTable caption={say('occasions.caption', { year })} rows={occasionsOf(year)} />
    </>
  )
}
