import {
  AppLink,
  Button,
  formatDate,
  ProblemNotice,
  pageHref,
  refreshRecords,
  showToast,
  useApi,
  useCan,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { figures } from '@opendpf/figures'
import { pathOf, permissionFor } from '@opendpf/kit'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type Block,
  contentOf,
  type ReportedItem,
  type ReportFigures,
  reportFiguresSchema,
  reports,
} from '../contract/index.js'

const { report } = reports.records

/** On the page of a report: its files, its figures taken anew, and how it reads with them. */
export function ReportPanel(props: {
  readonly id: string
  readonly version: number
  readonly fields: Readonly<Record<string, unknown>>
}) {
  const { id, version, fields } = props
  const say = useModuleText(reports.id)
  const locale = useLocale()
  const api = useApi()
  const can = useCan()
  const client = useQueryClient()
  const [failure, setFailure] = useState<unknown>()
  const read = reportFiguresSchema.safeParse(fields.figures)
  const refresh = async () => {
    const { figuresOn } = await api.post<{ readonly figuresOn: string }>(`${pathOf(report)}/${id}/refresh`, { version })
    await refreshRecords(client)
    showToast(say('preview.refreshed', { day: formatDate(figuresOn, locale) }))
  }
  return (
    <>
      {failure !== undefined && <ProblemNotice error={failure} />}
      {fields.state === 'draft' && can(permissionFor(report, 'update')) && (
        <div className="actions">
          <Button onPress={() => void refresh().then(() => setFailure(undefined), setFailure)}>
            {say('preview.refresh')}
          </Button>
        </div>
      )}
      <ul>
        {(['docx', 'xlsx', 'html'] as const).map((format) => (
          <li key={format}>
            <a
              href={api.href(`${pathOf(report)}/${id}/file?format=${format}`)}
              {...(format === 'html' ? {} : { download: true })}
            >
              {say(`preview.${format}`)}
            </a>
          </li>
        ))}
      </ul>
      {read.success && <Preview narrative={String(fields.narrative)} read={read.data} />}
    </>
  )
}

function Preview({ narrative, read }: { readonly narrative: string; readonly read: ReportFigures }) {
  const locale = useLocale()
  const items = new Map(read.items.map((item) => [item.number, item]))
  return (
    <div className="prose">
      {contentOf(narrative, read, locale).map((block) => (
        <Line key={block.line} block={block} items={items} />
      ))}
    </div>
  )
}

function Line({ block, items }: { readonly block: Block; readonly items: ReadonlyMap<string, ReportedItem> }) {
  const words = block.runs.map(({ text, item }, place) => {
    const figure = item === undefined ? undefined : items.get(item)?.figure
    const key = `${place}:${text}`
    if (!figure) return <span key={key}>{text}</span>
    const { indicator, division, from, to } = figure
    return (
      <AppLink key={key} to={pageHref(figures.id, 'figure')} search={{ indicator, division, from, to }}>
        {text}
      </AppLink>
    )
  })
  if (block.kind === 'paragraph') return <p>{words}</p>
  const Heading = block.level === 1 ? 'h3' : block.level === 2 ? 'h4' : block.level === 3 ? 'h5' : 'h6'
  return (
    <Heading>
      {block.number}
      {words}
    </Heading>
  )
}
