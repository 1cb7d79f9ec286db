import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { LinkButton } from '../components/app-link.js'
import { Button } from '../components/button.js'
import { ConfirmDialog } from '../components/confirm-dialog.js'
import { Icon } from '../components/icon.js'
import { Notice } from '../components/notice.js'
import { RadioField } from '../fields/group-fields.js'
import { useText } from '../i18n/use-text.js'
import { refreshRecords } from '../records/use-records.js'
import type { ImportView } from './import-model.js'
import { isChangeable } from './import-model.js'

/** What can be done with an import: write it, fetch its problems, undo it. */
export function ImportActions({ view, onChange }: { readonly view: ImportView; readonly onChange: () => void }) {
  const t = useText()
  const { api } = useAdmin()
  const client = useQueryClient()
  const id = useId()
  const { counts, state } = view
  const path = `/system/imports/${encodeURIComponent(view.id)}`
  const [mode, setMode] = useState<string>(counts.problems > 0 ? 'valid-rows' : 'all-or-nothing')
  const [open, setOpen] = useState<'run' | 'undo'>()
  const writable = counts.creates + counts.updates
  const start = async (action: 'run' | 'undo') => {
    await api.post(`${path}/${action}`, action === 'run' ? { mode } : {}, { idempotencyKey: crypto.randomUUID() })
    await refreshRecords(client)
    onChange()
  }
  return (
    <div className="card form-card">
      {state === 'done' && (
        <Notice kind="success" title={t('import.done', { creates: counts.creates, updates: counts.updates })} />
      )}
      {state === 'planned' && writable > 0 && (
        <RadioField
          id={id}
          label={t('import.mode')}
          isStacked
          value={mode}
          onChange={setMode}
          options={(['valid-rows', 'all-or-nothing'] as const).map((value) => ({
            value,
            label: t(`import.mode.${value}`),
          }))}
        />
      )}
      <div className="actions">
        {state === 'planned' && (
          <Button look="primary" isDisabled={writable === 0} onPress={() => setOpen('run')}>
            {t('import.run')}
          </Button>
        )}
        {isChangeable(state) && (
          <LinkButton to={`/imports/${view.id}/columns`}>
            <Icon name="chevronLeft" />
            {t('import.changeColumns')}
          </LinkButton>
        )}
        {counts.problems > 0 && (
          <a className="button button-secondary" href={api.href(`${path}/errors.xlsx`)} download>
            <Icon name="download" />
            {t('import.errorBook')}
          </a>
        )}
        {counts.problems > 0 && <LinkButton to="/imports/new">{t('import.again')}</LinkButton>}
        {state === 'done' && <Button onPress={() => setOpen('undo')}>{t('import.undo')}</Button>}
      </div>
      <ConfirmDialog
        title={t('import.runTitle', { number: writable })}
        isOpen={open === 'run'}
        onClose={() => setOpen(undefined)}
        confirmLabel={t('import.run')}
        onConfirm={() => start('run')}
      >
        <p>{t('import.runLead')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        title={t('import.undoTitle')}
        isOpen={open === 'undo'}
        onClose={() => setOpen(undefined)}
        confirmLabel={t('import.undo')}
        isDanger
        onConfirm={() => start('undo')}
      >
        <p>{t('import.undoLead')}</p>
      </ConfirmDialog>
    </div>
  )
}
