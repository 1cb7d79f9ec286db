import type { RecordHooks } from '@opendpf/kit/server'
import { catalogueOf, type figures } from '../contract/index.js'

/** What others tell is about an indicator that others tell, and about a period that has its days in order. */
export const externalHooks: RecordHooks<(typeof figures)['records']['externalFigure']> = {
  prepare({ values, refuse }, { registry }) {
    const indicator = catalogueOf(registry).get(values.indicator)
    if (indicator?.reading !== 'external') refuse('indicator', 'externalFigure.problem.counted')
    if (values.toDay < values.fromDay) refuse('toDay', 'externalFigure.problem.period')
    else if (indicator?.kind === 'stock' && values.toDay !== values.fromDay)
      refuse('toDay', 'externalFigure.problem.day')
  },
}
