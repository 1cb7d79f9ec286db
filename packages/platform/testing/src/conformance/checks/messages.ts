import { fieldsOf, stepsOf } from '@opendpf/kit'
import type { Check } from '../check.js'
import type { Subject } from '../subject.js'

const han = /\p{Script=Han}/u
const places = (text: string): string =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name)
    .sort()
    .join(' ')

/** Everything a module shows has words in both languages. */
export const messagesCheck: Check = {
  name: 'messages',
  title: 'says everything in Chinese and in English',
  run(subject, report) {
    const { module } = subject
    const zh = module.messages['zh-CN'] as Readonly<Record<string, string | undefined>>
    const en = module.messages.en as Readonly<Record<string, string | undefined>>
    for (const key of new Set([...derivedKeys(subject), ...Object.keys(zh), ...Object.keys(en)])) {
      const where = `${module.id} ${key}`
      const [chinese, english] = [zh[key]?.trim(), en[key]?.trim()]
      if (!chinese) report(where, 'has no Chinese words')
      else if (!han.test(chinese)) report(where, `“${chinese}” is not Chinese`)
      if (!english) report(where, 'has no English words')
      else if (han.test(english)) report(where, `“${english}” is not English`)
      if (chinese && english && places(chinese) !== places(english))
        report(where, 'the two languages fill in different places')
    }
  },
}

/** Keys that follow from the declarations; a key that is written down is looked at anyway. */
function derivedKeys({ module, implementation, admin, records }: Subject): readonly string[] {
  return [
    'title',
    ...module.permissions.map((permission) => `permission.${permission}`),
    ...Object.values(module.imports).flatMap(({ title, marks = {} }) => [
      title,
      ...Object.values(marks).map((mark) => mark.title),
    ]),
    ...Object.values(implementation.jobs ?? {}).map(({ title }) => title),
    ...Object.values(admin?.pages ?? {}).map(({ title }) => title),
    ...[...Object.values(admin?.desks ?? {}), ...(admin?.groups ?? [])].map(({ title }) => title),
    ...Object.values(admin?.panels ?? {}).flatMap((panels) => panels.map(({ title }) => title)),
    ...records.flatMap((record) => [
      record.name,
      ...fieldsOf(record).flatMap(({ name, meta }) => [
        `${record.name}.${name}`,
        ...(meta.choices ?? []).map((choice) => `${record.name}.${name}.${choice}`),
      ]),
      ...stepsOf(record).flatMap(([verb, { guards = [] }]) => [
        `${record.name}.do.${verb}`,
        ...guards.map((guard) => `${record.name}.guard.${guard}`),
      ]),
      ...Object.keys(record.workflow?.clocks ?? {}).map((clock) => `${record.name}.clock.${clock}`),
      ...Object.keys(record.periods ?? {}).map((period) => `${record.name}.clock.${period}`),
      ...(record.sections ?? []).map(({ title }) => title),
    ]),
  ]
}
