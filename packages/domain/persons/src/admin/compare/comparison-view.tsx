import {
  Button,
  CheckboxField,
  ConfirmDialog,
  formatInstant,
  Notice,
  ProblemNotice,
  RadioField,
  RecordLink,
  refreshRecords,
  Section,
  useApi,
  useCan,
  useModuleText,
} from '@opendpf/admin'
import type { RecordAnswer } from '@opendpf/kit'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { persons } from '../../contract/index.js'
import { chosenFields, compareEntries, type Side } from './comparison.js'
import { FieldsTable } from './fields-table.js'
import { RowsTable } from './rows-table.js'

const { person } = persons.records

export interface ComparisonProps {
  readonly left: RecordAnswer
  readonly right: RecordAnswer
  readonly pair?: { readonly id: string; readonly state: string }
}

/** The two entries, what differs, and the decision: one person or two. */
export function Comparison({ left, right, pair }: ComparisonProps) {
  const say = useModuleText(persons.id)
  const api = useApi()
  const client = useQueryClient()
  const can = useCan()
  const [keep, setKeep] = useState<Side>('left')
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const [isShort, setShort] = useState(true)
  const [asking, setAsking] = useState<'merge' | 'apart'>()
  const [merged, setMerged] = useState<string>()
  const [state, setState] = useState(pair?.state)
  const [error, setError] = useState<unknown>()
  const compared = compareEntries(left, right)
  const [kept, dropped] = keep === 'left' ? [left, right] : [right, left]
  const describe = (entry: RecordAnswer) =>
    say('compare.registered', {
      name: entry.title,
      division: entry.labels.division ?? '',
      date: formatInstant(entry.recordedAt),
    })

  const mergeBoth = async () => {
    const { id } = await api.post<{ readonly id: string }>('/persons/merges', {
      keep: kept.id,
      drop: dropped.id,
      fields: chosenFields(compared, keep, chosen),
    })
    setMerged(id)
  }
  const undo = async () => {
    setError(undefined)
    try {
      await api.post(`/persons/merges/${merged}/undo`)
      setMerged(undefined)
      await refreshRecords(client)
    } catch (failure) {
      setError(failure)
    }
  }
  const decide = async (decision: 'not-duplicate' | 'open') => {
    await api.post(`/persons/duplicates/${pair?.id}/decide`, { decision })
    setState(decision)
    await refreshRecords(client)
  }

  if (merged) {
    return (
      <Notice
        kind="success"
        title={say('compare.merged')}
        isAlert
        actions={
          <>
            <RecordLink record={person} id={kept.id}>
              {kept.title}
            </RecordLink>
            <Button onPress={() => void undo()}>{say('compare.undo')}</Button>
          </>
        }
      >
        {error !== undefined && <ProblemNotice error={error} />}
      </Notice>
    )
  }
  return (
    <>
      {error !== undefined && <ProblemNotice error={error} />}
      {state === 'not-duplicate' && (
        <Notice
          kind="info"
          title={say('compare.decided')}
          actions={
            can('persons:duplicate.decide') && (
              <Button onPress={() => void decide('open').catch(setError)}>{say('compare.reopen')}</Button>
            )
          }
        />
      )}
      <RadioField
        id="compare-keep"
        label={say('compare.keep')}
        hint={say('compare.keepHint')}
        isStacked
        value={keep}
        onChange={(side) => setKeep(side as Side)}
        options={[
          { value: 'left', label: `${say('compare.left')}：${describe(left)}` },
          { value: 'right', label: `${say('compare.right')}：${describe(right)}` },
        ]}
      />
      <Section title={say('compare.contents')}>
        <CheckboxField id="compare-short" label={say('compare.onlyDifferent')} value={isShort} onChange={setShort} />
        <FieldsTable
          left={left}
          right={right}
          compared={compared}
          keep={keep}
          chosen={chosen}
          isShort={isShort}
          onChoose={(field, side) => setChosen({ ...chosen, [field]: side })}
        />
      </Section>
      <Section title={say('compare.rows')}>
        <RowsTable left={left.id} right={right.id} />
      </Section>
      <div className="actions">
        {can('persons:person.merge') && (
          <Button look="primary" onPress={() => setAsking('merge')}>
            {say('compare.merge')}
          </Button>
        )}
        {pair && state === 'open' && can('persons:duplicate.decide') && (
          <Button onPress={() => setAsking('apart')}>{say('compare.apart')}</Button>
        )}
      </div>
      {asking === 'merge' && (
        <ConfirmDialog
          isOpen
          title={say('compare.merge')}
          confirmLabel={say('compare.merge')}
          isDanger
          onClose={() => setAsking(undefined)}
          onConfirm={mergeBoth}
        >
          <p>{say('compare.mergeAsk', { dropped: dropped.title, kept: kept.title })}</p>
        </ConfirmDialog>
      )}
      {asking === 'apart' && (
        <ConfirmDialog
          isOpen
          title={say('compare.apart')}
          confirmLabel={say('compare.apart')}
          onClose={() => setAsking(undefined)}
          onConfirm={() => decide('not-duplicate')}
        >
          <p>{say('compare.apartAsk', { one: left.title, other: right.title })}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
