import { formatDate, useDivisions, useLocale, useModuleText } from '@opendpf/admin'
import { eligibilityId, type ParameterFound } from '../contract/index.js'

/** Tells who decided a value: the region, the day from which it holds, and the document. */
export function useSource(): (found: ParameterFound) => string {
  const say = useModuleText(eligibilityId)
  const locale = useLocale()
  const { index } = useDivisions()
  return ({ region, since, document }) =>
    [
      region === null ? say('clause.national') : index.nameOf(region),
      formatDate(since, locale),
      document.title,
      document.number,
    ]
      .filter(Boolean)
      .join('，')
}
