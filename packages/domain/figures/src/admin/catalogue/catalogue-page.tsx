import {
  AppLink,
  DataTable,
  EmptyState,
  pageHref,
  Section,
  type TableColumn,
  TextField,
  useAdmin,
  useLocale,
  useModuleText,
} from '@opendpf/admin'
import { useState } from 'react'
import { figures, figureUnitWord, type Indicator } from '../../contract/index.js'
import { useCatalogue } from '../use-catalogue.js'
import { isFound } from './search.js'

/** Which figures there are, by module: what each counts, in which unit, and which date decides. */
export function CataloguePage() {
  const say = useModuleText(figures.id)
  const { registry } = useAdmin()
  const locale = useLocale()
  const catalogue = useCatalogue()
  const [words, setWords] = useState('')
  const found = [...catalogue].filter(([, one]) => isFound(one, { words, locale }))
  const byModule = Map.groupBy(found, ([name]) => name.slice(0, name.indexOf('.')))
  return (
    <>
      <div className="filter-row">
        <TextField
          id="figure-search"
          label={say('catalogue.search')}
          type="search"
          inputMode="search"
          value={words}
          onChange={setWords}
        />
      </div>
      <p role="status" className="results-sentence">
        {say('catalogue.found', { count: found.length, total: catalogue.size })}
      </p>
      {found.length === 0 && <EmptyState title={say('catalogue.none')} />}
      {[...byModule].map(([module, those]) => (
        <ModuleSection key={module} title={registry.text(module, locale, 'title')} indicators={those} />
      ))}
    </>
  )
}

type Named = readonly [name: string, indicator: Indicator]

function ModuleSection(props: { readonly title: string; readonly indicators: readonly Named[] }) {
  const { title, indicators } = props
  const say = useModuleText(figures.id)
  const locale = useLocale()
  const columns: readonly TableColumn<Named>[] = [
    {
      id: 'title',
      label: say('catalogue.title'),
      isRowHeader: true,
      cell: ([name, one]) => (
        <AppLink to={pageHref(figures.id, 'figure')} search={{ indicator: name }} className="row-link">
          {one.title[locale]}
        </AppLink>
      ),
    },
    {
      id: 'counts',
      label: say('counts'),
      cell: ([, one]) =>
        one.reading === 'ratio'
          ? say('catalogue.share', { part: one.counts[locale], whole: one.of[locale] })
          : one.counts[locale],
    },
    { id: 'date', label: say('dateMeans'), cell: ([, one]) => one.dateMeans[locale] },
    { id: 'kind', label: say('kind'), cell: ([, one]) => say(`kind.${one.kind}`) },
    { id: 'unit', label: say('unit'), cell: ([, one]) => figureUnitWord(one.unit, locale) },
  ]
  return (
    <Section title={title} isFlush>
      <DataTable
        caption={say('catalogue.of', { module: title })}
        rows={indicators}
        keyOf={([name]) => name}
        columns={columns}
      />
    </Section>
  )
}
