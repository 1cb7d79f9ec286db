import type { FieldWidget } from '@opendpf/kit/admin'
import { messageOf } from '@opendpf/messages'
import { planning, scoringSchema } from '../../contract/index.js'

/** Enters and shows how points follow from a result. */
export const scoringWidget: FieldWidget = {
  input: async () => ({ default: (await import('./scoring-input.js')).ScoringInput }),
  show: (value, locale) => {
    const read = scoringSchema.safeParse(value)
    if (!read.success) return ''
    const say = (key: string, params = {}) => messageOf(planning.messages, locale, key, params)
    const { data } = read
    if (data.rule === 'full') return say('scoring.full')
    if (data.rule === 'proportional')
      return data.from === undefined
        ? say('scoring.proportional')
        : say('scoring.proportionalFrom', { from: data.from })
    return data.steps.map((step) => say('scoring.step', step)).join(locale === 'zh-CN' ? '；' : '; ')
  },
}
