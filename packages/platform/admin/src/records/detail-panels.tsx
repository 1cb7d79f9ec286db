import type { PlacedRecord, RecordAnswer } from '@opendpf/kit'
import { Suspense } from 'react'
import { useAdmin } from '../app/admin-context.js'
import { Loading } from '../components/loading.js'
import { Section } from '../components/section.js'
import { useModuleText } from '../i18n/use-text.js'
import { useCan } from '../session/me.js'
import { lazyPart } from '../shell/lazy-part.js'
import { fullPermission } from '../shell/navigation.js'

/** What modules put beside a row's fields, each loaded when it is shown. */
export function DetailPanels({ record, row }: { readonly record: PlacedRecord; readonly row: RecordAnswer }) {
  const { contributions } = useAdmin()
  const can = useCan()
  const say = useModuleText(record.module)
  const panels = (contributions.find((one) => one.module.id === record.module)?.panels?.[record.name] ?? []).filter(
    (panel) => panel.permission === undefined || can(fullPermission(record.module, panel.permission)),
  )
  if (panels.length === 0) return null
  return (
    <div className="detail-aside">
      {panels.map((panel) => {
        const Part = lazyPart(panel.component)
        return (
          <Section key={panel.title} title={say(panel.title)}>
            <Suspense fallback={<Loading />}>
              <Part id={row.id} version={row.version} fields={row.fields} />
            </Suspense>
          </Section>
        )
      })}
    </div>
  )
}
