import type { PlacedRecord, RecordAnswer } from '@opendpf/kit'
import type { ReactNode } from 'react'
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
  const panels = contributions.flatMap(({ module, panels: of = {} }) =>
    (of[module.id === record.module ? record.name : record.ref] ?? [])
      .filter(({ permission }) => permission === undefined || can(fullPermission(module.id, permission)))
      .map((panel) => ({ ...panel, module: module.id })),
  )
  if (panels.length === 0) return null
  return (
    <div className="detail-aside">
      {panels.map((panel) => {
        const Part = lazyPart(panel.component)
        return (
          <PanelSection key={`${panel.module}.${panel.title}`} module={panel.module} title={panel.title}>
            <Suspense fallback={<Loading />}>
              <Part id={row.id} version={row.version} fields={row.fields} />
            </Suspense>
          </PanelSection>
        )
      })}
    </div>
  )
}

/** A section in the words of the module that it comes from, which need not be the one of the row. */
function PanelSection(props: { readonly module: string; readonly title: string; readonly children: ReactNode }) {
  const say = useModuleText(props.module)
  return (
    <Section title={say(props.title)}>
      <div className="stack">{props.children}</div>
    </Section>
  )
}
