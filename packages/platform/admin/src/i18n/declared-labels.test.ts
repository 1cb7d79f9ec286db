import { createRegistry } from '@opendpf/kit'
import { describe, expect, it } from 'vitest'
import { sampleSystem } from '../testing/sample-deadlines.js'
import { sampleModule } from '../testing/sample-module.js'
import { declaredLabel, declaredOptions } from './declared-labels.js'
import { labelsOf } from './labels.js'

const registry = createRegistry([sampleModule, sampleSystem as never])
const labels = labelsOf(registry, registry.record('system.deadline'), 'zh-CN')
const fields = { record: 'devices.application' }

describe('what a value names of the contracts', () => {
  it('is called by its label', () => {
    expect(labels.declared('record', 'devices.application', fields)).toBe('器具申请')
    expect(labels.declared('clock', 'decision', fields)).toBe('审核时限')
    expect(labels.declared('step', 'approve', fields)).toBe('通过审核')
  })

  it('stays as it is when no contract has it any more', () => {
    expect(labels.declared('record', 'devices.gone', fields)).toBe('devices.gone')
    expect(labels.declared('clock', 'gone', fields)).toBe('gone')
  })

  it('is chosen among record types that have periods, and among the clocks of the chosen one', () => {
    expect(labels.options('record')).toEqual([{ value: 'devices.application', label: '器具申请' }])
    expect(labels.options('clock', fields)).toEqual([{ value: 'decision', label: '审核时限' }])
    expect(labels.options('clock')).toEqual([{ value: 'decision', label: '审核时限' }])
  })

  it('may be one value of the field that a clock varies by', () => {
    const names = { part: 'variant', of: 'record', clock: 'clock' } as const
    const ofDecision = { ...fields, clock: 'decision' }
    expect(declaredOptions(registry, 'zh-CN', names, ofDecision).map(({ value }) => value)).toContain('urgent')
    expect(declaredLabel(registry, 'zh-CN', names, 'urgent', ofDecision)).toMatch(/\p{Script=Han}/u)
  })

  it('may be what a module declares for another', () => {
    const awards = { title: { 'zh-CN': '表彰公示', en: 'Awards' } }
    const declaring = createRegistry([{ ...sampleModule, declares: { notices: { awards } } }])
    const names = { part: 'declaration', of: 'notices' } as const
    expect(declaredOptions(declaring, 'en', names)).toEqual([{ value: 'devices.awards', label: 'Awards' }])
    expect(declaredLabel(declaring, 'zh-CN', names, 'devices.awards')).toBe('表彰公示')
  })

  it('may be of one kind among several that modules declare for another', () => {
    const age = { title: { 'zh-CN': '年龄', en: 'Age' } }
    const declaring = createRegistry([{ ...sampleModule, declares: { rules: { facts: { age }, texts: { age: 1 } } } }])
    const names = { part: 'declaration', of: 'rules', within: 'facts' } as const
    expect(declaredOptions(declaring, 'en', names)).toEqual([{ value: 'devices.age', label: 'Age' }])
    expect(declaredOptions(declaring, 'en', { ...names, within: 'none' })).toEqual([])
  })
})
