import type { FieldWidget } from '@opendpf/kit/admin'
import { bookOf, type ParameterValue, valueProblem } from '../contract/index.js'
import { parameterWords } from '../showing/value-words.js'

/** Enters and shows the value of a parameter, as its declaration says. */
export const valueWidget: FieldWidget = {
  input: async () => ({ default: (await import('./value-input.js')).ValueInput }),
  show: (value, locale, about) => {
    const parameter = about && bookOf(about.registry).parameters.get(String(about.fields.name))
    return parameter === undefined || valueProblem(parameter, value) !== undefined
      ? JSON.stringify(value)
      : parameterWords(parameter, value as ParameterValue, locale)
  },
}
