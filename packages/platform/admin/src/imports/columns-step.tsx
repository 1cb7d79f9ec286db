import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Button } from '../components/button.js'
import { Notice } from '../components/notice.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { DivisionPicker } from '../divisions/division-picker.js'
import { useText } from '../i18n/use-text.js'
import { announce } from '../shell/announce.js'
import type { SheetMapping, UploadedFile } from './import-model.js'
import { inspectMapping, suggestedMapping } from './import-model.js'
import { SheetMappingForm } from './sheet-mapping.js'

/** The mapping of every sheet, as suggested and to be checked; then the dry run. */
export function ColumnsStep({ file }: { readonly file: UploadedFile }) {
  const t = useText()
  const { api } = useAdmin()
  const navigate = useNavigate()
  const id = useId()
  const [mappings, setMappings] = useState<readonly SheetMapping[]>(() => file.sheets.map(suggestedMapping))
  const [division, setDivision] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const used = mappings.filter((mapping) => mapping.isUsed)
  const findings = used.map((mapping) => ({ name: mapping.name, ...inspectMapping(file.fields, mapping) }))
  const hasTwice = findings.some((finding) => finding.twice.length > 0)
  const plan = async () => {
    if (hasTwice || used.length === 0)
      return announce(
        findings
          .flatMap((finding) => finding.twice.map((field) => t('import.twice', { field: field.label })))
          .join('，'),
      )
    setBusy(true)
    setFailure(undefined)
    try {
      await api.post(`/system/imports/${encodeURIComponent(file.id)}/plan`, {
        sheets: used.map(({ name, headerRows, columns }) => ({
          name,
          headerRows,
          columns: Object.fromEntries(
            Object.entries(columns).map(([index, field]) => [index, field === '' ? null : field]),
          ),
        })),
        defaults: division === '' ? {} : { division },
      })
      await navigate({ to: `/imports/${file.id}` })
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }
  return (
    <form
      className="record-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void plan()
      }}
    >
      {failure !== undefined && <ProblemNotice error={failure} />}
      {file.sheets.map((sheet, index) => {
        const mapping = mappings[index]
        return (
          mapping && (
            <SheetMappingForm
              key={sheet.name}
              sheet={sheet}
              fields={file.fields}
              mapping={mapping}
              onChange={(next) => setMappings(mappings.map((one, place) => (place === index ? next : one)))}
            />
          )
        )
      })}
      <div className="card form-card">
        <DivisionPicker
          id={id}
          label={t('import.defaultDivision')}
          isOptionalShown
          value={division}
          onChange={setDivision}
        />
      </div>
      {findings.map(({ name, missing, twice }) => (
        <div key={name}>
          {missing.length > 0 && (
            <Notice kind="warning">
              {t('import.missing', { fields: missing.map((field) => field.label).join('、') })}
            </Notice>
          )}
          {twice.map((field) => (
            <Notice key={field.field} kind="error">
              {t('import.twice', { field: field.label })}
            </Notice>
          ))}
        </div>
      ))}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={isBusy} isDisabled={used.length === 0}>
          {t('import.plan')}
        </Button>
      </div>
    </form>
  )
}
