import type { AxisOptions } from '../base/axis.js'

/** What a pointer reads at a point: both numbers with names and units. */
export function hoverText(x: AxisOptions, y: AxisOptions): string {
  return `${line(x, 'x')}<br>${line(y, 'y')}`
}

function line({ title = '', unit }: AxisOptions, variable: 'x' | 'y'): string {
  const space = unit === undefined || unit === '' ? '' : /^[°%]/.test(unit) ? unit : ` ${unit}`
  return `${title} = %{${variable}:.4~g}${space}`
}
