import type { PlacedRecord } from '@opendpf/kit'
import { useId } from 'react'
import { useLabels } from '../i18n/labels.js'
import { useText } from '../i18n/use-text.js'
import type { Arrow } from './state-order.js'
import { arrowsOf, layersOf } from './state-order.js'

const box = { width: 136, height: 40, gapX: 56, gapY: 28, margin: 24 } as const

interface Place {
  readonly x: number
  readonly y: number
}

/** The workflow as a drawing; what it shows is said in words too, and the list of states beside it says the same. */
export function WorkflowDrawing(props: {
  readonly record: PlacedRecord
  readonly state: string
  readonly passed: ReadonlySet<string>
}) {
  const { record, state, passed } = props
  const t = useText()
  const labels = useLabels(record)
  const id = useId()
  const field = record.workflow?.field ?? ''
  const layers = layersOf(record)
  const tallest = Math.max(...layers.map((layer) => layer.length))
  const places = new Map<string, Place>(
    layers.flatMap((layer, column) =>
      layer.map((one, row) => [
        one,
        { x: box.margin + column * (box.width + box.gapX), y: box.margin + row * (box.height + box.gapY) },
      ]),
    ),
  )
  const name = (one: string) => labels.choice(field, one)
  const arrows = arrowsOf(record)
  const width = 2 * box.margin + layers.length * (box.width + box.gapX) - box.gapX
  const height = 2 * box.margin + tallest * (box.height + box.gapY) + box.gapY
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable with the keyboard
    <section className="workflow-drawing" aria-label={t('workflow.drawing')} tabIndex={0}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby={`${id}t ${id}d`}
      >
        <title id={`${id}t`}>{t('workflow.drawingTitle', { state: name(state) })}</title>
        <desc id={`${id}d`}>
          {arrows
            .map(({ from, to, verbs }) =>
              t('workflow.arrow', { from: name(from), to: name(to), step: verbs.map(labels.step).join(' / ') }),
            )
            .join(' ')}
        </desc>
        <defs>
          <marker id={`${id}m`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0l8 4-8 4z" className="workflow-head" />
          </marker>
        </defs>
        {arrows.map((arrow) => (
          <path
            key={`${arrow.from} ${arrow.to}`}
            d={lineOf(arrow, places)}
            className="workflow-arrow"
            markerEnd={`url(#${id}m)`}
          />
        ))}
        {[...places].map(([one, { x, y }]) => (
          <g
            key={one}
            className="workflow-state"
            data-current={one === state || undefined}
            data-passed={passed.has(one) || undefined}
          >
            <rect
              x={x}
              y={y}
              width={box.width}
              height={box.height}
              rx={record.workflow?.final.includes(one) ? 20 : 6}
            />
            <text x={x + box.width / 2} y={y + box.height / 2} dominantBaseline="central" textAnchor="middle">
              {name(one)}
            </text>
          </g>
        ))}
      </svg>
    </section>
  )
}

/** Forward in a gentle curve; back, or within a layer, below the boxes. */
function lineOf({ from, to }: Arrow, places: ReadonlyMap<string, Place>): string {
  const start = places.get(from)
  const end = places.get(to)
  if (!start || !end) return ''
  const middle = box.height / 2
  if (end.x > start.x) {
    const [x1, y1, x2, y2] = [start.x + box.width, start.y + middle, end.x - 2, end.y + middle]
    const bend = box.gapX / 2
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
  }
  const [x1, y1, x2, y2] = [start.x + middle, start.y + box.height, end.x + box.width - middle, end.y + box.height + 2]
  const low = Math.max(y1, y2) + box.gapY
  return `M${x1} ${y1}C${x1} ${low} ${x2} ${low} ${x2} ${y2}`
}
