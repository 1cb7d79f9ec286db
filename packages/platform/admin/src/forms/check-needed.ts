import type { Labels } from '../i18n/labels.js'
import type { Text } from '../i18n/use-text.js'
import { fieldId } from './form-field.js'
import type { FormStore } from './form-store.js'
import { focusControl } from './problem-summary.js'

/**
 * Whether the fields that a step needs are filled in and right. What is not is said beside its field, and the first such field takes the
 * focus.
 */
export function checkNeeded(
  store: FormStore,
  needed: readonly string[],
  { labels, t }: { readonly labels: Labels; readonly t: Text },
): boolean {
  const missing = needed.filter((field) => store.input([field])[field] === null)
  if (missing.length > 0)
    store.refuse(
      missing.map((field) => ({
        path: field,
        code: 'required',
        message: t('form.required', { label: labels.field(field) }),
      })),
    )
  const first = missing[0] ?? (store.check(needed, 'update') ? undefined : store.errors()[0]?.field)
  if (first !== undefined) focusControl(fieldId(store.record, first))
  return first === undefined
}
