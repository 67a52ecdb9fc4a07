import type { Widget } from '@lumino/widgets'
import { isJson, type Json, type PlotlyFigure } from '../../../export/live-chart/plotly.js'
import { cellOf } from '../cell-of.js'

/** Views that a learner moved, by the chart's place in the notebook: they outlive a chart that is drawn anew. */
const views = new Map<string, { readonly axes: string; readonly view: Json }>()

/** Names the place of a chart: its cell, and which of the cell's charts it is. Undefined outside a cell. */
export function chartPlace(widget: Widget): string | undefined {
  const cell = cellOf(widget)
  if (cell === undefined) return undefined
  const charts = [...cell.node.querySelectorAll('.backprop-chart')]
  return `${cell.model.id} ${charts.indexOf(widget.node)}`
}

/** Keeps a view for the next chart in this place, or forgets it. */
export function keepView(place: string, figure: PlotlyFigure, view: Json | undefined): void {
  if (view === undefined) views.delete(place)
  else views.set(place, { axes: axesOf(figure), view })
}

/** The view that the chart in this place had before, if the axes are the same. */
export function keptView(place: string, figure: PlotlyFigure): Json | undefined {
  const kept = views.get(place)
  return kept?.axes === axesOf(figure) ? kept.view : undefined
}

/** What makes axes the same: their names, kinds, titles, and the ranges that the figure itself asks for. */
function axesOf({ layout }: PlotlyFigure): string {
  const axes = Object.entries(layout).flatMap(([key, value]) => {
    if (!isJson(value) || !/^(?:[xy]axis|scene)\d*$/.test(key)) return []
    const parts = key.startsWith('scene') ? ['xaxis', 'yaxis', 'zaxis'].map((axis) => value[axis]) : [value]
    return [
      [key, ...parts.map((axis) => (isJson(axis) ? [axis['type'], axis['title'], axis['range']] : axis))],
    ]
  })
  return JSON.stringify(axes.sort())
}
