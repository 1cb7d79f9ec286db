import { it } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { arbitraryAnswers, arbitraryFacts } from '../../testing/forms.js'
import { checkAnswers, formSchema, inspectForm, unknownFacts, walkForm } from '../form/index.js'
import { villageFacilitiesForm } from '../village-facilities/village-facilities.js'
import { basicNeedsForm } from './basic-needs.js'

const asked = (facts: Partial<typeof unknownFacts>, answers = {}) =>
  walkForm(basicNeedsForm, answers, { ...unknownFacts, ...facts }).asked.map(({ code }) => code)

it('the survey of villages is a sound form about villages', () => {
  expect(formSchema.parse(villageFacilitiesForm)).toEqual(villageFacilitiesForm)
  expect(villageFacilitiesForm.about).toBe('village')
  expect(inspectForm(villageFacilitiesForm)).toEqual([])
})

describe('the survey of basic needs', () => {
  it('is a sound form, of which every question can be reached', () => {
    expect(formSchema.parse(basicNeedsForm)).toEqual(basicNeedsForm)
    expect(inspectForm(basicNeedsForm)).toEqual([])
  })

  it('asks about care from 16 to 59 of intellectual, mental and severe physical disability alone', () => {
    const isAsked = (facts: Partial<typeof unknownFacts>) => asked(facts).includes('R29')
    expect(isAsked({ age: 30, category: '5', grade: '4' })).toBe(true)
    expect(isAsked({ age: 30, category: '4', grade: '2' })).toBe(true)
    expect(isAsked({ age: 30, category: '4', grade: '3' })).toBe(false)
    expect(isAsked({ age: 60, category: '6', grade: '1' })).toBe(false)
    expect(isAsked({ age: 30, category: '1', grade: '1' })).toBe(false)
  })

  it('asks whoever works for the form of it, and whoever does not for livelihood and reason', () => {
    expect(asked({ age: 30 }, { employed: 'yes' })).toContain('R17')
    expect(asked({ age: 30 }, { employed: 'no' })).toEqual(expect.arrayContaining(['R18', 'R19', 'R21']))
    expect(asked({ age: 30 }, { employed: 'no', R19: '5' })).not.toContain('R21')
    expect(asked({ age: 70 })).not.toContain('employed')
  })

  it.prop([arbitraryAnswers(basicNeedsForm), arbitraryFacts], { numRuns: 50 })(
    'never asks for what nobody can answer',
    (answers, facts) => {
      const open = checkAnswers(basicNeedsForm, answers, facts, { isFinal: false })
      expect(open).toEqual([])
    },
  )
})
