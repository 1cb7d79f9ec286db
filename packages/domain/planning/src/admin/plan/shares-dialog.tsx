import {
  Button,
  Dialog,
  numberText,
  ProblemNotice,
  refreshRecords,
  showToast,
  TextField,
  useApi,
  useDivisions,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addAmounts, amountWords, headlineOf, type ItemStanding, isAdditive, planning } from '../../contract/index.js'
import { readAmount } from '../widgets/read-amount.js'

/** Shares an item out to the places below, with their sum beside the target while one types. */
export function SharesDialog(props: {
  readonly item: ItemStanding
  readonly division: string
  readonly onClose: () => void
}) {
  const { item, division, onClose } = props
  const say = useModuleText(planning.id)
  const locale = useLocale()
  const api = useApi()
  const client = useQueryClient()
  const { index } = useDivisions()
  const places = index.childrenOf(division)
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(item.shares.map((share) => [share.division, numberText(headlineOf(share.target))])),
  )
  const known = places.flatMap(({ code }) => {
    const value = readAmount(texts[code] ?? '')
    return typeof value === 'number' ? [{ division: code, value }] : []
  })
  const isWrong = places.some(({ code }) => typeof readAmount(texts[code] ?? '') === 'string')
  const save = useMutation({
    mutationFn: () => api.post(`/planning/items/${item.id}/shares`, { shares: known }),
    onSuccess: async () => {
      await refreshRecords(client)
      showToast(say('shares.saved', { count: known.length }))
      onClose()
    },
  })
  const { unit, unitWord, target } = item
  const total = headlineOf(target)
  const say2 = (value: number) => amountWords(value, { unit, word: unitWord }, locale)
  return (
    <Dialog title={say('items.shareOutOf', { item: item.title })} isOpen onClose={onClose} size="large">
      <p>{say('shares.lead')}</p>
      {places.map(({ code, name }) => (
        <TextField
          key={code}
          id={`share-${code}`}
          label={name}
          inputMode="decimal"
          size={12}
          isOptionalShown
          value={texts[code] ?? ''}
          error={typeof readAmount(texts[code] ?? '') === 'string' ? say('shares.wrong') : undefined}
          onChange={(text) => setTexts({ ...texts, [code]: text })}
        />
      ))}
      {isAdditive(unit) && total !== undefined && (
        <p role="status">
          {say('shares.sum', { sum: say2(addAmounts(known.map(({ value }) => value))), total: say2(total) })}
        </p>
      )}
      {save.error && <ProblemNotice error={save.error} />}
      <div className="actions">
        <Button look="primary" isBusy={save.isPending} isDisabled={isWrong} onPress={() => save.mutate()}>
          {say('shares.save')}
        </Button>
        <Button onPress={onClose}>{say('shares.cancel')}</Button>
      </div>
    </Dialog>
  )
}
