import { fieldMeta } from '@opendpf/kit'
import { useMemo } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { labelsOf } from '../i18n/labels.js'
import { useLocale } from '../i18n/use-text.js'
import type { DeadlineFields } from './deadline-fields.js'

/** What deadlines are called: their matter, their period, who has to act and by which step, in the present language. */
export function useDeadlineWords() {
  const { registry } = useAdmin()
  const locale = useLocale()
  return useMemo(() => {
    const deadline = registry.records.get('system.deadline')
    const own = deadline && labelsOf(registry, deadline, locale)
    const labelsOfRow = (ref: string) => {
      const record = registry.records.get(ref)
      return record ? { record, labels: labelsOf(registry, record, locale) } : undefined
    }
    return {
      /** The record of the matter; undefined for one that this app does not have. */
      record: (ref: string) => registry.records.get(ref),
      kind: (ref: string) => labelsOfRow(ref)?.labels.record ?? ref,
      title: ({ record, title }: Pick<DeadlineFields, 'record' | 'title'>) =>
        labelsOfRow(record)?.labels.title(title) ?? title,
      clock: ({ record: ref, clock }: Pick<DeadlineFields, 'record' | 'clock'>) => {
        const record = registry.records.get(ref)
        return record ? registry.text(record.module, locale, `${record.name}.clock.${clock}`) : clock
      },
      step: ({ record, step }: Pick<DeadlineFields, 'record' | 'step'>) =>
        labelsOfRow(record)?.labels.step(step) ?? step,
      owner: (owner: string) => own?.choice('owner', owner) ?? owner,
      owners: deadline
        ? (fieldMeta(deadline, 'owner').choices ?? []).map((value) => ({
            value,
            label: own?.choice('owner', value) ?? value,
          }))
        : [],
      reason: (reason: string | null) => (reason === null ? '' : (own?.choice('pauseReason', reason) ?? reason)),
    }
  }, [registry, locale])
}
