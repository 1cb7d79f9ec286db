import type { FieldWidget } from '@opendpf/kit/admin'
import { messageOf } from '@opendpf/messages'
import { disabilityCategories, disabilityGrades, householdTypes, sexes } from '@opendpf/standards'
import { answersSchema, factsSchema, formSchema, surveys } from '../../contract/index.js'

const inJson = async () => ({ default: (await import('./form-input.js')).FormInput })

/** How many questions a form has, and under which headings; it is entered as the text of its data. */
export const formWidget: FieldWidget = {
  input: inJson,
  show: (value, locale) => {
    const read = formSchema.safeParse(value)
    if (!read.success) return ''
    const { questions, groups } = read.data
    const headings = groups.map(({ title }) => title[locale]).join(locale === 'zh-CN' ? '、' : ', ')
    return messageOf(surveys.messages, locale, 'form.summary', { count: questions.length, headings })
  },
}

/** What the register knew of whoever is asked. */
export const factsWidget: FieldWidget = {
  input: inJson,
  show: (value, locale) => {
    const read = factsSchema.safeParse(value)
    if (!read.success) return ''
    const { age, sex, category, grade, residence } = read.data
    const named = [
      [sexes, sex],
      [disabilityCategories, category],
      [disabilityGrades, grade],
      [householdTypes, residence],
    ] as const
    const words = named.flatMap(([list, code]) => {
      const entry = code === null ? undefined : list.find(code)
      return entry ? [locale === 'zh-CN' ? entry.zh : entry.en] : []
    })
    const years = age === null ? [] : [messageOf(surveys.messages, locale, 'facts.age', { age })]
    return [...years, ...words].join(locale === 'zh-CN' ? '，' : ', ')
  },
}

/** How many questions are answered: what was answered stands on the page for collecting, with its questions. */
export const answersWidget: FieldWidget = {
  input: inJson,
  show: (value, locale) => {
    const read = answersSchema.safeParse(value)
    return read.success
      ? messageOf(surveys.messages, locale, 'answers.count', { count: Object.keys(read.data).length })
      : ''
  },
}

/** How many questions were answered alike. */
export const agreementWidget: FieldWidget = {
  input: inJson,
  show: (value, locale) => {
    const alike = typeof value === 'object' && value !== null ? Object.values(value) : []
    const params = { agreed: alike.filter((one) => one === true).length, compared: alike.length }
    return messageOf(surveys.messages, locale, 'answers.agreement', params)
  },
}
