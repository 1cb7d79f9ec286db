import { disabilityCategories, disabilityGrades } from '@opendpf/standards'
import { bodyParts, type Components } from '../contract/index.js'

/** A disability in words: 肢体残疾二级（下肢）, several joined: 视力残疾一级、听力残疾三级. */
export function disabilityWords(components: Components, locale: 'zh-CN' | 'en'): string {
  return components
    .map(({ category, grade, part }) => {
      const [kind, degree] = [disabilityCategories.find(category), disabilityGrades.find(grade)]
      const where = part === undefined ? undefined : bodyParts.find(part)
      return locale === 'en'
        ? `${kind?.en ?? category}, ${degree?.en.toLowerCase() ?? grade}${where ? `, ${where.en.toLowerCase()}` : ''}`
        : `${kind?.zh ?? category}${degree?.zh ?? grade}${where ? `（${where.zh}）` : ''}`
    })
    .join(locale === 'en' ? '; ' : '、')
}
