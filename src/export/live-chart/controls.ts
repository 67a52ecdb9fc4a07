import { isJson, type Json, type Plotly } from './plotly.js'

/** What a step of a slider or a button of a menu does: a Plotly call with its arguments. */
interface Action {
  readonly label: string
  readonly method: string
  readonly args: readonly unknown[]
}

/**
 * Plotly's sliders and buttons as native ones: reached and moved by keyboard, named for a screen reader, in the
 * page's style. They stand in `place`, outside the picture.
 */
export function addControls(plotly: Plotly, plot: HTMLElement, layout: Json, place: HTMLElement): void {
  const run = (action: Action) => perform(plotly, plot, action)
  const sliders = list(layout['sliders']).map((slider) => sliderControl(slider, plot, run))
  const menus = list(layout['updatemenus']).map((menu) => menuControl(menu, run))
  place.replaceChildren(
    ...menus.filter((menu) => menu !== undefined),
    ...sliders.filter((slider) => slider !== undefined),
  )
}

function sliderControl(
  slider: Json,
  plot: HTMLElement,
  run: (action: Action) => void,
): HTMLElement | undefined {
  const steps = list(slider['steps']).map(actionOf)
  if (steps.length < 2) return undefined
  const current = isJson(slider['currentvalue']) ? slider['currentvalue'] : {}
  const prefix = typeof current['prefix'] === 'string' ? plain(current['prefix']).trim() : ''
  const suffix = typeof current['suffix'] === 'string' ? plain(current['suffix']) : ''
  const input = document.createElement('input')
  Object.assign(input, { type: 'range', min: '0', max: String(steps.length - 1), step: '1' })
  input.value = String(typeof slider['active'] === 'number' ? slider['active'] : 0)
  const value = document.createElement('output')
  const show = () => {
    const text = `${steps[Number(input.value)]?.label ?? ''}${suffix}`
    value.textContent = text
    input.setAttribute('aria-valuetext', text)
  }
  show()
  input.addEventListener('input', () => {
    show()
    const step = steps[Number(input.value)]
    if (step !== undefined) run(step)
  })
  // Plotly puts `on` on the element that it draws in. While it plays frames, the slider follows.
  const events = plot as HTMLElement & { on?(name: string, listener: (event: Json) => void): void }
  events.on?.('plotly_animatingframe', (event) => {
    const at = steps.findIndex(
      ({ args, label }) => frameName(args) === event['name'] || label === event['name'],
    )
    if (at === -1) return
    input.value = String(at)
    show()
  })
  const label = document.createElement('label')
  const name = document.createElement('span')
  name.textContent = prefix === '' ? 'Step' : prefix.replace(/\s*[:=]\s*$/, '')
  label.append(name, input)
  const control = document.createElement('div')
  control.className = 'slider'
  control.append(label, value)
  return control
}

function menuControl(menu: Json, run: (action: Action) => void): HTMLElement | undefined {
  const actions = list(menu['buttons']).map(actionOf)
  if (actions.length === 0) return undefined
  const buttons = actions.map((action) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = action.label
    button.addEventListener('click', () => run(action))
    return button
  })
  if (!isPlayer(actions)) {
    const active = typeof menu['active'] === 'number' ? menu['active'] : 0
    for (const [index, button] of buttons.entries()) {
      button.setAttribute('aria-pressed', String(index === active))
      button.addEventListener('click', () => {
        for (const other of buttons) other.setAttribute('aria-pressed', String(other === button))
      })
    }
  }
  const group = document.createElement('div')
  group.className = 'menu'
  group.setAttribute('role', 'group')
  group.append(...buttons)
  return group
}

/** Play and pause do something each time; other buttons choose one of several views. */
function isPlayer(actions: readonly Action[]): boolean {
  return actions.every(({ method }) => method === 'animate')
}

function perform(plotly: Plotly, plot: HTMLElement, { method, args }: Action): void {
  const [first, second] = args
  if (method === 'animate') void plotly.animate(plot, first, still(second))
  else if (method === 'relayout' && isJson(first)) void plotly.relayout(plot, first)
  else if (method === 'restyle' && isJson(first)) void plotly.restyle(plot, first, indices(second))
  else if (method === 'update') void plotly.update(plot, ...args)
}

/** Frames change at once where the reader asked for less motion. */
function still(options: unknown): unknown {
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches || !isJson(options)) return options
  return { ...options, transition: { duration: 0 } }
}

function actionOf(step: Json): Action {
  return {
    label: plain(String(step['label'] ?? '')),
    method: String(step['method'] ?? 'restyle'),
    args: Array.isArray(step['args']) ? step['args'] : [],
  }
}

function frameName([first]: readonly unknown[]): unknown {
  return Array.isArray(first) ? first[0] : first
}

function indices(value: unknown): readonly number[] | undefined {
  return Array.isArray(value) ? value.filter((index) => typeof index === 'number') : undefined
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : []
}

/** Plotly's labels may hold `<b>` and its like. */
function plain(text: string): string {
  return text.replace(/<[^>]*>/g, '')
}
