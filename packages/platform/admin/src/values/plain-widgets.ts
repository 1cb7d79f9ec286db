import type { FieldWidget } from '@opendpf/kit/admin'
import * as z from 'zod'

type Schema = z.core.$ZodType

/** The platform's own widget for a structure that needs none of its module: a list of texts, or a single number. */
export function plainWidget(schema: Schema | undefined): FieldWidget | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return plainWidget(schema.unwrap())
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodString) return linesWidget
  return schema instanceof z.ZodNumber ? numberWidget : undefined
}

const linesWidget: FieldWidget = {
  input: async () => ({ default: (await import('./lines-input.js')).LinesInput }),
  show: (value, locale) => (Array.isArray(value) ? value.join(locale === 'en' ? ', ' : '、') : ''),
}

const numberWidget: FieldWidget = {
  input: async () => ({ default: (await import('./number-input.js')).NumberInput }),
  show: (value) => (typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 4 }) : ''),
}
