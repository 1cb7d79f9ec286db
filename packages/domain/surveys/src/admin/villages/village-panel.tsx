import { LinkButton, pageHref, useModuleText } from '@opendpf/admin'
import { surveys } from '../../contract/index.js'

/** On the page of a village's record: the way to its questions and answers. */
export function VillagePanel({ id }: { readonly id: string }) {
  const say = useModuleText(surveys.id)
  return (
    <LinkButton look="primary" to={pageHref(surveys.id, 'village')} search={{ village: id }}>
      {say('page.village')}
    </LinkButton>
  )
}
