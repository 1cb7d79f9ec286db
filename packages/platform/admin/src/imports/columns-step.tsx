import { parseDateText } from '@opendpf/standards'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Button } from '../components/button.js'
import { Notice } from '../components/notice.js'
import { ProblemNotice } from '../components/problem-notice.js'
import { DivisionPicker } from '../divisions/division-picker.js'
import { DateField } from '../fields/date-field.js'
import { useText } from '../i18n/use-text.js'
import { announce } from '../shell/announce.js'
import type { ImportPlan, SheetMapping, UploadedFile } from './import-model.js'
import { importKey, inspectMapping, mappingOf, rowsKey } from './import-model.js'
import { SheetMappingForm } from './sheet-mapping.js'

/** The mapping of every sheet, as suggested or chosen before, to be checked; then the dry run. */
export function ColumnsStep({
  file,
  plan: chosen,
}: {
  readonly file: UploadedFile
  readonly plan: ImportPlan | undefined
}) {
  const t = useText()
  const { api } = useAdmin()
  const client = useQueryClient()
  const navigate = useNavigate()
  const id = useId()
  const [mappings, setMappings] = useState<readonly SheetMapping[]>(() =>
    file.sheets.map((sheet) => mappingOf(sheet, chosen)),
  )
  const [division, setDivision] = useState(chosen?.defaults.division ?? '')
  const [date, setDate] = useState(chosen?.defaults.date ?? '')
  const [failure, setFailure] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const used = mappings.filter((mapping) => mapping.isUsed)
  const findings = used.map((mapping) => ({ name: mapping.name, ...inspectMapping(file.fields, mapping) }))
  const hasTwice = findings.some((finding) => finding.twice.length > 0)
  const isDateWrong = date.trim() !== '' && !parseDateText(date).ok
  const plan = async () => {
    if (hasTwice || used.length === 0)
      return announce(
        findings
          .flatMap((finding) => finding.twice.map((field) => t('import.twice', { field: field.label })))
          .join('，'),
      )
    const listDate = parseDateText(date)
    if (isDateWrong) return announce(t('import.listDateUnknown'))
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
        defaults: {
          ...(division === '' ? {} : { division }),
          ...(listDate.ok ? { date: listDate.value } : {}),
        },
      })
      client.removeQueries({ queryKey: importKey(file.id), exact: true })
      client.removeQueries({ queryKey: rowsKey(file.id) })
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
        {file.hasMarks && (
          <DateField
            id={`${id}-date`}
            label={t('import.listDate')}
            hint={t('import.listDateHint')}
            {...(isDateWrong ? { error: t('import.listDateUnknown') } : {})}
            isOptionalShown
            value={date}
            onChange={setDate}
          />
        )}
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
