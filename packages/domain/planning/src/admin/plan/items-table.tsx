import { TableArea, useModuleText } from '@opendpf/admin'
import { type ItemStanding, type PlanProgress, planning } from '../../contract/index.js'
import { ItemRows } from './item-rows.js'

/** The items of a plan under their sections, as one table; the shares of an item open below it. */
export function ItemsTable({ progress }: { readonly progress: PlanProgress }) {
  const say = useModuleText(planning.id)
  const bySection = Map.groupBy(progress.items, ({ section }) => section)
  const loose = bySection.get(null) ?? []
  const caption = say('items.caption', { title: progress.plan.title })
  const heads = ['number', 'title', 'target', 'result', 'share', 'forecast', 'light', 'owner', 'due', 'actions']
  return (
    <TableArea label={caption}>
      <table className="table">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {say(`items.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        {progress.sections.map(({ id, title, text }) => (
          <Group
            key={id}
            title={title}
            text={text}
            columns={heads.length}
            items={bySection.get(id) ?? []}
            progress={progress}
          />
        ))}
        {loose.length > 0 && (
          <Group
            title={progress.sections.length > 0 ? say('items.loose') : undefined}
            text={null}
            columns={heads.length}
            items={loose}
            progress={progress}
          />
        )}
      </table>
    </TableArea>
  )
}

function Group(props: {
  readonly title: string | undefined
  readonly text: string | null
  readonly columns: number
  readonly items: readonly ItemStanding[]
  readonly progress: PlanProgress
}) {
  const { title, text, columns, items, progress } = props
  return (
    <tbody>
      {title !== undefined && (
        <tr>
          <th scope="rowgroup" colSpan={columns}>
            {title}
            {text !== null && <p className="hint prose">{text}</p>}
          </th>
        </tr>
      )}
      {items.map((one) => (
        <ItemRows key={one.id} item={one} progress={progress} />
      ))}
    </tbody>
  )
}
