import type { ListOrder, Total } from '@opendpf/kit'
import type { Labels } from '../i18n/labels.js'
import type { Text } from '../i18n/use-text.js'

/** What a list shows, in one sentence: how many, which page, in which order. It is read out once per answer. */
export function resultSentence(options: {
  readonly total: Total
  readonly page: number | undefined
  readonly order: ListOrder
  readonly labels: Pick<Labels, 'field'>
  readonly t: Text
}): string {
  const { total, page, order, labels, t } = options
  const count = t(total.isExact ? 'list.total' : 'list.totalAbove', { total: total.value.toLocaleString('en-US') })
  const sorted = { total: count, by: labels.field(order.by), direction: t(`list.${order.direction}`) }
  return page === undefined ? t('list.sentenceFar', sorted) : t('list.sentence', { ...sorted, page })
}
