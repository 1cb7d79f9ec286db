import { type DisabilityComponent, disabilityCategories, disabilityGrades } from '@opendpf/standards'

/** A disability in words: 肢体残疾二级, several joined: 视力残疾一级、听力残疾三级. */
export function disabilityWords(components: readonly DisabilityComponent[], locale: 'zh-CN' | 'en'): string {
  return components
    .map(({ category, grade }) => {
      const [kind, degree] = [disabilityCategories.find(category), disabilityGrades.find(grade)]
      return locale === 'en'
        ? `${kind?.en ?? category}, ${degree?.en.toLowerCase() ?? grade}`
        : `${kind?.zh ?? category}${degree?.zh ?? grade}`
    })
    .join(locale === 'en' ? '; ' : '、')
}
