import { AppLink, pageHref, useList, useModuleText } from '@opendpf/admin'
import { surveys } from '../../contract/index.js'

const { village } = surveys.records

/** Beside the list of a village: the way to what it tells of itself, where its campaign asks for that. */
export function VillageOfTask({ campaign, division }: { readonly campaign: string; readonly division: string }) {
  const say = useModuleText(surveys.id)
  const { data } = useList(village, {
    filters: { campaign: { any: [campaign] }, division: { any: [division] } },
    limit: 1,
  })
  const [row] = data?.rows ?? []
  if (!row) return null
  return (
    <p>
      <AppLink to={pageHref(surveys.id, 'village')} search={{ village: row.id }}>
        {say('villages.ofTask')}
      </AppLink>{' '}
      ({say(`village.state.${String(row.fields.state)}`)})
    </p>
  )
}
