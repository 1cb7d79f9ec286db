import type { PlacedRecord } from '@opendpf/kit'
import { fieldMeta, inputFields } from '@opendpf/kit'
import type { ReactNode } from 'react'
import { Button } from '../components/button.js'
import { Icon } from '../components/icon.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import { FormField, fieldId } from './form-field.js'
import { groupFields } from './form-sections.js'
import type { FormStore } from './form-store.js'
import { MaskedField } from './masked-field.js'
import { ProblemSummary } from './problem-summary.js'
import type { Submission } from './use-submission.js'

export interface RecordFormProps {
  readonly record: PlacedRecord
  readonly store: FormStore
  readonly submission: Submission
  /** Titles of references that the form begins with. */
  readonly titles?: Readonly<Record<string, string>>
  /** Hidden values of a stored row, by field. */
  readonly masked?: Readonly<Record<string, string>>
  /** Fields given by the place one comes from. */
  readonly fixed?: readonly string[]
  readonly before?: ReactNode
  readonly onCancel: () => void
}

/** The form of any record type: its sections, its fields, and above them what is wrong. */
export function RecordForm(props: RecordFormProps) {
  const { record, store, submission, titles = {}, masked = {}, fixed = [], before, onCancel } = props
  const t = useText()
  const labels = useLabels(record)
  const inputs = inputFields(record)
  const groups = groupFields(record, (field) => inputs.includes(field) && !fixed.includes(field))
  const { problems, warnings, failure, isBusy, submit } = submission
  const itemsOf = (entries: readonly { readonly field?: string; readonly message: string }[]) =>
    entries.map(({ field, message }) => ({ message, ...(field === undefined ? {} : { id: fieldId(record, field) }) }))
  return (
    <form
      className="record-form"
      noValidate
      aria-labelledby="page-title"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) submit()
      }}
    >
      {before}
      {failure !== undefined && <ProblemNotice error={failure} />}
      {problems.length > 0 && (
        <ProblemSummary title={t('form.errors', { number: problems.length })} items={itemsOf(problems)} />
      )}
      {warnings.length > 0 && (
        <ProblemSummary
          kind="warning"
          title={t('form.warnings', { number: warnings.length })}
          items={itemsOf(warnings)}
        />
      )}
      <p className="hint">{t('form.requiredNote')}</p>
      {groups.map((group) => (
        <fieldset className="card form-section" key={group.title ?? 'other'}>
          <legend className="form-legend">
            {group.title ? labels.section(group.title) : groups.length > 1 ? t('record.other') : t('record.details')}
          </legend>
          <div className="form-grid">
            {group.fields.map((field) =>
              masked[field] === undefined || fieldMeta(record, field).kind === 'attachments' ? (
                <FormField key={field} store={store} name={field} title={titles[field]} />
              ) : (
                <MaskedField key={field} store={store} name={field} masked={masked[field]} />
              ),
            )}
          </div>
        </fieldset>
      ))}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={isBusy}>
          <Icon name="check" />
          {isBusy ? t('common.working') : warnings.length > 0 ? t('form.saveAnyway') : t('common.save')}
        </Button>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}
