import { type Box, tones } from '../display/box-html.js'
import { isObject } from '../jupyter/notebook/is-object.js'
import type { JsonObject, JsonValue, MimeBundle } from '../jupyter/notebook/notebook.js'

/** A Plotly figure as a notebook holds it. */
export interface FigureJson {
  readonly data: readonly JsonObject[]
  readonly layout: JsonObject
  readonly config?: JsonObject
  readonly frames?: readonly JsonValue[]
}

/** The figure of a bundle, or undefined if it holds none that can be drawn. */
export function figureOf(bundle: MimeBundle): FigureJson | undefined {
  const figure = bundle['application/vnd.plotly.v1+json']
  if (!isObject(figure)) return undefined
  const { data, layout, config, frames } = figure
  if (!isList(data) || !data.every(isObject)) return undefined
  return {
    data,
    layout: isObject(layout) ? layout : {},
    ...(isObject(config) ? { config } : {}),
    ...(isList(frames) ? { frames } : {}),
  }
}

/** What a bundle shows side by side, or undefined if it is no row. */
export function rowOf(bundle: MimeBundle): readonly MimeBundle[] | undefined {
  const row = bundle['application/vnd.backprop.row+json']
  if (!isObject(row) || !isList(row['items'])) return undefined
  const items = row['items'].filter(isObject)
  return items.length === 0 ? undefined : items.map(bundleOf)
}

/** What a bundle shows one below the other, in a box or without, or undefined if it is no stack. */
export function stackOf(
  bundle: MimeBundle,
): { readonly box?: Box; readonly items: readonly MimeBundle[] } | undefined {
  const stack = bundle['application/vnd.backprop.stack+json']
  if (!isObject(stack) || !isList(stack['items'])) return undefined
  const items = stack['items'].filter(isObject).map(bundleOf)
  const box = boxOf(stack['box'])
  return items.length === 0 ? undefined : { ...(box === undefined ? {} : { box }), items }
}

function boxOf(box: JsonValue | undefined): Box | undefined {
  if (!isObject(box) || typeof box['heading'] !== 'string') return undefined
  const tone = Object.keys(tones).find((each) => each === box['tone'])
  // One of the keys of `tones`.
  return tone === undefined ? undefined : { tone: tone as Box['tone'], heading: box['heading'], role: 'note' }
}

/** A text of the bundle, or undefined if that type is absent. */
export function textOf(bundle: MimeBundle, mediaType: string): string | undefined {
  const text = bundle[mediaType]
  if (isList(text)) return text.join('')
  return typeof text === 'string' ? text : undefined
}

/** The charts that a bundle shows, one or several side by side or one below the other. */
export function figuresOf(bundle: MimeBundle): FigureJson[] {
  const items = rowOf(bundle) ?? stackOf(bundle)?.items
  if (items !== undefined) return items.flatMap(figuresOf)
  const figure = figureOf(bundle)
  return figure === undefined ? [] : [figure]
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function bundleOf(item: JsonObject): MimeBundle {
  const known = Object.entries(item).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined)
  return Object.fromEntries(known)
}
