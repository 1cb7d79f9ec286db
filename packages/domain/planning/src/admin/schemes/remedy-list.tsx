import { AppLink, Chip, formatDate, newHref, RecordLink, useLabels, useLocale, useModuleText } from '@opendpf/admin'
import { type AssessedCriterion, planning } from '../../contract/index.js'

const { remedy } = planning.records

/** Weak points with what is done about them: a criterion that is not wholly reached, or that somebody called weak. */
export function RemedyList({ criteria }: { readonly criteria: readonly AssessedCriterion[] }) {
  const say = useModuleText(planning.id)
  const locale = useLocale()
  const labels = useLabels(remedy)
  const weak = criteria.filter(
    ({ got, points, weakness, remedies }) => weakness !== null || remedies.length > 0 || (got !== null && got < points),
  )
  if (weak.length === 0) return <p>{say('assessment.noWeak')}</p>
  return (
    <ul>
      {weak.map(({ id, number, title, weakness, remedies }) => (
        <li key={id}>
          <strong>{`${number} ${title}`}</strong>
          {weakness !== null && <p>{weakness}</p>}
          <ul>
            {remedies.map((one) => (
              <li key={one.id}>
                <Chip tone={one.state === 'done' ? 'done' : one.isOverdue ? 'alarm' : 'active'}>
                  {one.isOverdue ? say('items.overdue') : labels.choice('state', one.state)}
                </Chip>{' '}
                <RecordLink record={remedy} id={one.id}>
                  {one.measure}
                </RecordLink>
                {` · ${one.owner} · ${formatDate(one.doneOn ?? one.dueOn, locale)}`}
              </li>
            ))}
          </ul>
          <AppLink
            to={newHref(remedy)}
            search={{ criterion: id }}
            label={say('assessment.addRemedyOf', { criterion: title })}
          >
            {say('assessment.addRemedy')}
          </AppLink>
        </li>
      ))}
    </ul>
  )
}
