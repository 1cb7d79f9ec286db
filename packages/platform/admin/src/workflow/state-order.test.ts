import { stepsOf } from '@opendpf/kit'
import { describe, expect, it } from 'vitest'
import { sample } from '../testing/sample-records.js'
import { arrowsOf, layersOf } from './state-order.js'

describe('the states of a workflow', () => {
  it('stand in layers, from where a row begins to where it ends, each once', () => {
    expect(layersOf(sample.application)).toEqual([['draft'], ['checking'], ['approved', 'refused']])
    expect(layersOf(sample.applicant)).toEqual([])
  })

  it('are joined by one arrow for all steps between two of them', () => {
    const arrows = arrowsOf(sample.application)
    expect(arrows.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'draft checking',
      'checking approved',
      'checking refused',
    ])
    expect(arrows.flatMap(({ verbs }) => verbs)).toEqual(stepsOf(sample.application).map(([verb]) => verb))
  })
})
