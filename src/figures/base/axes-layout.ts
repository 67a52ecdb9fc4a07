import { type AxisOptions, axisLayout } from './axis.js'
import type { JsonRecord } from './json.js'
import { theme } from './theme.js'

/** The layout of x and y; none when neither is given. */
export function flatAxes(x: AxisOptions | undefined, y: AxisOptions | undefined, equal: boolean): JsonRecord {
  if (x === undefined && y === undefined) return {}
  const xaxis = axisLayout('x', x ?? {})
  const yaxis = axisLayout('y', y ?? {})
  if (!equal) return { xaxis, yaxis }
  return {
    xaxis: { ...xaxis, constrain: 'domain', constraintoward: 'left' },
    yaxis: { ...yaxis, constrain: 'domain', constraintoward: 'top', scaleanchor: 'x', scaleratio: 1 },
  }
}

/** The layout of three axes. */
export function sceneAxes(
  x: AxisOptions | undefined,
  y: AxisOptions | undefined,
  z: AxisOptions,
  equal: boolean,
): JsonRecord {
  const axis = (name: string, options: AxisOptions | undefined) => {
    const { automargin: _, ...rest } = axisLayout(name, options ?? {})
    return {
      ...rest,
      title: { text: axisTitleText(rest) },
      showbackground: false,
      gridcolor: theme.sceneGrid,
    }
  }
  return {
    xaxis: axis('x', x),
    yaxis: axis('y', y),
    zaxis: axis('z', z),
    aspectmode: equal ? 'data' : 'cube',
    bgcolor: theme.transparent,
  }
}

function axisTitleText(axis: JsonRecord): string {
  const title = axis['title']
  return typeof title === 'object' && title !== null && 'text' in title ? String(title['text']) : ''
}
