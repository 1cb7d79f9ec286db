import { useId } from 'react'
import { Chip } from '../components/chip.js'
import { DataTable } from '../components/data-table.js'
import { Section } from '../components/section.js'
import { CheckboxField } from '../fields/group-fields.js'
import { TextField } from '../fields/text-field.js'
import type { AdminMessage } from '../i18n/messages/index.js'
import { adminMessages } from '../i18n/messages/index.js'
import type { Text } from '../i18n/use-text.js'
import { useText } from '../i18n/use-text.js'
import type { ImportField, SheetColumn, SheetMapping, UploadedSheet } from './import-model.js'

const sure = 0.9

/** What each column of one sheet was taken for, why, and how to change it. */
export function SheetMappingForm(props: {
  readonly sheet: UploadedSheet
  readonly fields: readonly ImportField[]
  readonly mapping: SheetMapping
  readonly onChange: (mapping: SheetMapping) => void
}) {
  const { sheet, fields, mapping, onChange } = props
  const t = useText()
  const id = useId()
  const [from, to] = mapping.headerRows
  const setRow = (position: 0 | 1, text: string) => {
    const row = Number(text.normalize('NFKC').replace(/\D/g, ''))
    onChange({ ...mapping, headerRows: position === 0 ? [row, Math.max(row, to)] : [Math.min(from, row), row] })
  }
  return (
    <Section title={t('import.sheet', { name: sheet.name })}>
      <div className="stack mapping">
        <p className="meta">
          {sheet.rows !== null && <span>{t('import.sheetRows', { rows: sheet.rows })}</span>}
          {sheet.hidden && <span>{t('import.sheetHidden')}</span>}
          {sheet.layout.notes?.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </p>
        <CheckboxField
          id={`${id}-used`}
          label={t('import.sheetUse')}
          value={mapping.isUsed}
          onChange={(isUsed) => onChange({ ...mapping, isUsed })}
        />
        {mapping.isUsed && (
          <>
            <fieldset className="range">
              <legend className="vh">{t('import.headerRows')}</legend>
              <TextField
                id={`${id}-from`}
                label={t('import.headerFrom')}
                inputMode="numeric"
                size={6}
                value={String(from)}
                onChange={(text) => setRow(0, text)}
              />
              <TextField
                id={`${id}-to`}
                label={t('import.headerTo')}
                inputMode="numeric"
                size={6}
                value={String(to)}
                onChange={(text) => setRow(1, text)}
              />
            </fieldset>
            <DataTable<SheetColumn>
              caption={t('common.labelled', { label: t('import.column'), value: sheet.name })}
              rows={sheet.layout.columns}
              keyOf={(column) => String(column.index)}
              columns={[
                {
                  id: 'heading',
                  label: t('import.column'),
                  cell: (column) => column.heading || `#${column.index + 1}`,
                },
                {
                  id: 'field',
                  label: t('import.field'),
                  cell: (column) => (
                    <select
                      className="input select"
                      aria-label={t('common.labelled', { label: t('import.field'), value: column.heading })}
                      value={mapping.columns[column.index] ?? ''}
                      onChange={(event) =>
                        onChange({ ...mapping, columns: { ...mapping.columns, [column.index]: event.target.value } })
                      }
                    >
                      <option value="">{t('import.ignore')}</option>
                      {fields.map((field) => (
                        <option key={field.field} value={field.field}>
                          {field.required ? `${field.label} *` : field.label}
                        </option>
                      ))}
                    </select>
                  ),
                },
                { id: 'sure', label: t('common.state'), cell: (column) => <Confidence column={column} /> },
                { id: 'because', label: t('import.because'), cell: (column) => groundText(column.because, t) },
              ]}
            />
          </>
        )}
      </div>
    </Section>
  )
}

/** Why a column was taken for a field, in words; an unknown ground is not shown. */
function groundText(because: string | undefined, t: Text): string {
  const key = `import.ground.${because}`
  return key in adminMessages['zh-CN'] ? t(key as AdminMessage) : '—'
}

function Confidence({ column }: { readonly column: SheetColumn }) {
  const t = useText()
  if (column.field === undefined) return <Chip tone="off">{t('import.unknown')}</Chip>
  return (column.confidence ?? 0) >= sure ? (
    <Chip tone="done">{t('import.sure')}</Chip>
  ) : (
    <Chip tone="attention">{t('import.likely')}</Chip>
  )
}
