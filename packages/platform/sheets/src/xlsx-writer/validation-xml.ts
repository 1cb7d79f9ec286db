import { escapeAttribute, escapeXml } from './xml-text.js'

/** What a spreadsheet program checks, and shows, when somebody fills in a cell. */
export interface CellValidation {
  /** Where it applies, such as `C3:C10002`. */
  readonly range: string
  readonly rule:
    | { readonly kind: 'list'; readonly formula: string }
    | { readonly kind: 'date'; readonly from: number; readonly to: number }
    | { readonly kind: 'length'; readonly from: number; readonly to: number }
    | { readonly kind: 'none' }
  /** Shown beside the cell when it is chosen. */
  readonly prompt?: { readonly title: string; readonly text: string }
  /** Shown when the rule is broken; only a `stop` keeps the value out. */
  readonly error?: { readonly title: string; readonly text: string; readonly style: 'stop' | 'warning' }
}

const longestTitle = 32
const longestText = 255

/** The XML of all validations of a sheet. */
export function validationsXml(validations: readonly CellValidation[]): string {
  if (validations.length === 0) return ''
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`
}

function validationXml(validation: CellValidation): string {
  const { rule, prompt, error } = validation
  const messages = [
    prompt
      ? ` showInputMessage="1" promptTitle="${short(prompt.title, longestTitle)}" prompt="${short(prompt.text, longestText)}"`
      : '',
    error
      ? ` showErrorMessage="1" errorStyle="${error.style}" errorTitle="${short(error.title, longestTitle)}" error="${short(error.text, longestText)}"`
      : '',
  ].join('')
  const opening = `<dataValidation allowBlank="1"${messages} sqref="${validation.range}"`
  switch (rule.kind) {
    case 'none':
      return `${opening}/>`
    case 'list':
      return `${opening} type="list"><formula1>${escapeXml(rule.formula)}</formula1></dataValidation>`
    case 'date':
      return `${opening} type="date" operator="between">${bounds(rule)}</dataValidation>`
    case 'length':
      return `${opening} type="textLength" operator="between">${bounds(rule)}</dataValidation>`
  }
}

function bounds(rule: { readonly from: number; readonly to: number }): string {
  return `<formula1>${rule.from}</formula1><formula2>${rule.to}</formula2>`
}

function short(text: string, length: number): string {
  return escapeAttribute(text.length <= length ? text : `${text.slice(0, length - 1)}…`)
}
