import { AppLink, DataTable, listHref, newHref, useCan, useLocale, useModuleText } from '@opendpf/admin'
import { type IsoDate, type Occasion, occasions } from '@opendpf/standards'
import { activities } from '../contract/index.js'

const { activity } = activities.records

/** An occasion on its day. */
export interface OccasionOnDay {
  readonly occasion: Occasion
  readonly day: IsoDate
}

/** Occasions with their days: each leads to the activities of its year, and to a new one. */
export function OccasionTable({
  caption,
  rows,
}: {
  readonly caption: string
  readonly rows: readonly OccasionOnDay[]
}) {
  const say = useModuleText(activities.id)
  const locale = useLocale()
  const can = useCan()
  const names = new Map(occasions.entries.map(({ code, zh, en }) => [code as string, locale === 'en' ? en : zh]))
  const nameOf = (occasion: Occasion): string => names.get(occasion) ?? occasion
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ occasion, day }) => `${occasion} ${day}`}
      columns={[
        {
          id: 'occasion',
          label: say('activity.occasion'),
          isRowHeader: true,
          cell: ({ occasion, day }) => (
            <AppLink
              to={listHref(activity)}
              search={{
                occasion,
                'fromDay.from': `${day.slice(0, 4)}-01-01`,
                'fromDay.to': `${day.slice(0, 4)}-12-31`,
              }}
              label={say('occasions.of', { occasion: nameOf(occasion) })}
            >
              {nameOf(occasion)}
            </AppLink>
          ),
        },
        { id: 'day', label: say('occasions.day'), cell: ({ day }) => date.format(new Date(`${day}T00:00:00Z`)) },
        ...(can('activities:activity.create')
          ? [
              {
                id: 'new',
                label: say('occasions.plan'),
                cell: ({ occasion, day }: OccasionOnDay) => (
                  <AppLink
                    to={newHref(activity)}
                    search={{ occasion, fromDay: day }}
                    label={`${say('occasions.new')}：${nameOf(occasion)}`}
                  >
                    {say('occasions.new')}
                  </AppLink>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
