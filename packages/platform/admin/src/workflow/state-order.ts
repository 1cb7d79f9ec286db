import type { PlacedRecord } from '@opendpf/kit'
import { fieldMeta, startsIn, stepsOf } from '@opendpf/kit'

/** The states of a workflow in layers: the first holds where every row begins, each next one what a single step leads to from it. */
export function layersOf(record: PlacedRecord): readonly (readonly string[])[] {
  const { workflow } = record
  if (!workflow) return []
  const rank = new Map((fieldMeta(record, workflow.field).choices ?? []).map((state, index) => [state, index]))
  const seen = new Set([workflow.initial])
  const layers: string[][] = []
  for (let layer = [workflow.initial]; layer.length > 0; ) {
    layers.push(layer)
    const next = new Set(
      layer.flatMap((state) =>
        stepsOf(record).flatMap(([, step]) => (startsIn(step, state) && !seen.has(step.to) ? [step.to] : [])),
      ),
    )
    for (const state of next) seen.add(state)
    layer = [...next].sort((one, other) => (rank.get(one) ?? 0) - (rank.get(other) ?? 0))
  }
  return layers
}

/** One arrow of the drawing: all steps from one state to another. */
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly verbs: readonly string[]
}

/** The arrows between states; several steps between the same two are one. */
export function arrowsOf(record: PlacedRecord): readonly Arrow[] {
  const arrows = new Map<string, Arrow>()
  for (const [verb, step] of stepsOf(record))
    for (const from of [step.from].flat()) {
      const key = `${from} ${step.to}`
      arrows.set(key, { from, to: step.to, verbs: [...(arrows.get(key)?.verbs ?? []), verb] })
    }
  return [...arrows.values()]
}
