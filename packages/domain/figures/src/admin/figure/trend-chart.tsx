import { useModuleText } from '@opendpf/admin'
import { useId } from 'react'
import { type BarGroup, type FigureUnit, figures, figureText, layoutBars } from '../../contract/index.js'

/** Bars of periods, one series beside the other; the second is hatched, so that colour alone tells nothing. */
export function TrendChart(props: {
  /** What the drawing shows, in a sentence. */
  readonly name: string
  readonly unit: FigureUnit
  readonly series: readonly string[]
  readonly bars: readonly BarGroup[]
}) {
  const { name, unit, series, bars } = props
  const say = useModuleText(figures.id)
  const id = useId()
  const layout = layoutBars(bars)
  return (
    <>
      <ul className="chart-legend">
        {series.map((one, at) => (
          <li key={one}>
            <svg className="chart-key" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
              <rect width="16" height="16" className={`chart-bar chart-bar-${at}`} {...fillOf(at, id)} />
            </svg>
            {one}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: an area that scrolls must be reachable with the keyboard */}
      <section className="chart-area" aria-label={say('trend.drawing')} tabIndex={0}>
        <svg
          width={layout.width}
          height={layout.height}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          role="img"
          aria-label={name}
        >
          <defs>
            <pattern id={`${id}hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0 0V6" className="chart-hatch" />
            </pattern>
          </defs>
          {layout.bars.map((bar) => (
            <g key={`${bar.group}:${bar.series}`}>
              <rect
                x={bar.x}
                y={bar.y}
                width={bar.width}
                height={bar.height}
                className={`chart-bar chart-bar-${bar.series}`}
                {...fillOf(bar.series, id)}
              />
              <text x={bar.x + bar.width / 2} y={bar.y - 4} textAnchor="middle" className="chart-value">
                {bar.value === null ? '—' : shortText(bar.value, unit)}
              </text>
            </g>
          ))}
          <line x1={0} x2={layout.width} y1={layout.base} y2={layout.base} className="chart-axis" />
          {layout.labels.map(({ x, y, text }) => (
            <text key={text} x={x} y={y} textAnchor="middle" className="chart-label">
              {text}
            </text>
          ))}
        </svg>
      </section>
    </>
  )
}

/** The first series is filled by the style sheet. */
function fillOf(series: number, id: string): { readonly fill?: string } {
  return series === 0 ? {} : { fill: `url(#${id}hatch)` }
}

/** Long numbers do not fit over a bar: 12,345 is written as 12.3k, exactly in the table below. */
function shortText(value: number, unit: FigureUnit): string {
  const text = figureText(value, unit)
  if (text.length <= 5) return text
  const amount = unit === 'fen' ? value / 100 : value
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(amount)
}
