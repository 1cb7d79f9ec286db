import { LinkButton, listHref, useModuleText } from '@opendpf/admin'
import { matching } from '../contract/index.js'

const { entry, difference } = matching.records

/** What came of a list, in one sentence, and the ways to its rows and differences. */
export function ResultPanel(props: { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }) {
  const { id, fields } = props
  const say = useModuleText(matching.id)
  const count = (name: string) => Number(fields[name] ?? 0)
  const counts = {
    ...{ rows: count('rows'), matched: count('matched'), differing: count('differing'), confirmed: count('confirmed') },
    decided: count('confirmed') + count('rejected'),
  }
  return (
    <>
      <p>{say('panel.text', counts)}</p>
      <div className="actions">
        {fields['state'] === 'receiving' && (
          <LinkButton to="/imports/new" search={{ kind: entry.ref }} look="primary">
            {say('panel.import')}
          </LinkButton>
        )}
        <LinkButton to={listHref(entry)} search={{ list: id }}>
          {say('panel.entries')}
        </LinkButton>
        <LinkButton to={listHref(difference)} search={{ list: id }}>
          {say('panel.differences')}
        </LinkButton>
      </div>
    </>
  )
}
