import { Button, formatDate, TableArea, useDivisions, useLocale, useModuleText } from '@opendpf/admin'
import { type ItemStanding, type PlanProgress, planning, targetWords } from '../../contract/index.js'
import { PlanFrame } from './plan-frame.js'
import { resultWords, shareWords } from './standing-words.js'

/** A plan as it is printed: goals, sections with their text, items with targets and results, and the summary. */
export function SheetPage({ params }: { readonly params: URLSearchParams }) {
  return <PlanFrame params={params}>{(progress) => <PlanSheet progress={progress} />}</PlanFrame>
}

function PlanSheet({ progress }: { readonly progress: PlanProgress }) {
  const say = useModuleText(planning.id)
  const locale = useLocale()
  const { index } = useDivisions()
  const { plan, sections, items, today } = progress
  const loose = items.filter(({ section }) => section === null)
  return (
    <>
      <div className="sheet-tools">
        <Button look="primary" onPress={() => globalThis.print()}>
          {say('plan.print')}
        </Button>
      </div>
      <article className="sheet" aria-label={plan.title}>
        <h2>{plan.title}</h2>
        <p>{`${index.nameOf(plan.division)} · ${say('plan.today')} ${formatDate(today, locale)}`}</p>
        {plan.goals !== null && <p className="prose">{plan.goals}</p>}
        {sections.map(({ id, title, text }) => (
          <section key={id}>
            <h3>{title}</h3>
            {text !== null && <p className="prose">{text}</p>}
            <SheetTable caption={title} items={items.filter(({ section }) => section === id)} />
          </section>
        ))}
        <SheetTable
          caption={sections.length > 0 ? say('items.loose') : say('items.caption', { title: plan.title })}
          items={loose}
        />
        {plan.summary !== null && <p className="prose">{plan.summary}</p>}
      </article>
    </>
  )
}

function SheetTable({ caption, items }: { readonly caption: string; readonly items: readonly ItemStanding[] }) {
  const say = useModuleText(planning.id)
  const locale = useLocale()
  if (items.length === 0) return null
  return (
    <TableArea label={caption}>
      <table className="sheet-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {['number', 'title', 'target', 'result', 'share', 'light', 'owner', 'due'].map((head) => (
              <th key={head} scope="col">
                {say(`items.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>{item.number}</td>
              <td>{item.state === 'dropped' ? `${item.title} (${say('items.dropped')})` : item.title}</td>
              <td>{targetWords(item.target, { unit: item.unit, word: item.unitWord }, locale)}</td>
              <td>{resultWords(item, { say, locale })}</td>
              <td>{shareWords(item.share, say)}</td>
              <td>{say(`light.${item.light}`)}</td>
              <td>{[item.organisation?.name, item.owner].filter(Boolean).join(' ')}</td>
              <td>{formatDate(item.dueOn, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableArea>
  )
}
