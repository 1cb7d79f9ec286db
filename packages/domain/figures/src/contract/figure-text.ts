import type { FigureUnit } from './unit.js'

/** A value as a number to calculate on with: fen become yuan, shares are rounded to a hundredth of a percent. */
export function figureAmount(value: number, unit: FigureUnit): number {
  return unit === 'fen' ? value / 100 : Math.round(value * 100) / 100
}

/** A value as it is read, without its unit: 1,234 persons are `1,234`, 120050 fen are `1,200.50`, a share is `98.5`. */
export function figureText(value: number, unit: FigureUnit): string {
  const digits =
    unit === 'fen'
      ? { minimumFractionDigits: 2, maximumFractionDigits: 2 }
      : { minimumFractionDigits: 0, maximumFractionDigits: unit === 'percent' ? 2 : 1 }
  return figureAmount(value, unit).toLocaleString('en-US', digits)
}
