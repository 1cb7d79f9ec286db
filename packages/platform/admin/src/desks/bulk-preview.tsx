import type { BulkAnswer, PlacedRecord } from '@opendpf/kit'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'

/** Who a step for many would include, and who not and why. */
export function BulkPreview({ record, answer }: { readonly record: PlacedRecord; readonly answer: BulkAnswer }) {
  const t = useText()
  const labels = useLabels(record)
  const { included, refused } = answer
  return (
    <>
      <p>{t('bulk.included', { count: included.length, refused: refused.length })}</p>
      {refused.length > 0 && (
        <>
          <h3>{t('bulk.refused')}</h3>
          <ul className="bulk-list">
            {refused.map(({ id, title, problems }) => (
              <li key={id}>
                <strong>{labels.title(title)}</strong>
                {problems.map(({ code, path, message }) => (
                  <p key={`${path} ${code}`}>{message}</p>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      {included.length > 0 && (
        <>
          <h3>{t('bulk.going')}</h3>
          <ul className="bulk-list">
            {included.map(({ id, title }) => (
              <li key={id}>{labels.title(title)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
