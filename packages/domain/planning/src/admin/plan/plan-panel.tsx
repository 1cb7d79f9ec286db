import { LinkButton, pageHref, useApi, useCan, useModuleText } from '@opendpf/admin'
import { pathOf, permissionFor } from '@opendpf/kit'
import { planning } from '../../contract/index.js'
import { FindingsList } from './findings-list.js'

const { plan } = planning.records

/** On the page of a plan: the ways to its whole, to its file, and what the checker finds. */
export function PlanPanel({ id }: { readonly id: string }) {
  const say = useModuleText(planning.id)
  const api = useApi()
  const can = useCan()
  return (
    <>
      <div className="actions">
        <LinkButton look="primary" to={pageHref(planning.id, 'plan')} search={{ plan: id }}>
          {say('page.plan')}
        </LinkButton>
        <LinkButton to={pageHref(planning.id, 'board')} search={{ plan: id }}>
          {say('page.board')}
        </LinkButton>
      </div>
      {can(permissionFor(plan, 'export')) && (
        <div className="actions">
          {(['xlsx', 'yaml', 'json'] as const).map((format) => (
            <a
              key={format}
              className="button button-secondary"
              href={api.href(`${pathOf(plan)}/${id}/file?format=${format}`)}
              download
            >
              {say(`files.${format}`)}
            </a>
          ))}
        </div>
      )}
      <h3>{say('check.title')}</h3>
      <FindingsList plan={id} />
    </>
  )
}
