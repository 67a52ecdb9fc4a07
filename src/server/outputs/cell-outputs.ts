import { randomUUID } from 'node:crypto'
import { displayIdOf, outputOfMessage } from '../../jupyter/execute/output-of-message.js'
import type { Message } from '../../jupyter/message/message.js'
import type { JsonObject, JsonValue, Output } from '../../jupyter/notebook/notebook.js'
import { notices, type OutputLimits, outputLimits } from './output-limits.js'
import { PrintedText } from './printed-text.js'
import { valueSize } from './value-size.js'

/** An output together with the id under which a later message may renew it. */
export interface KeptOutput {
  readonly output: Output
  readonly displayId: string | undefined
}

/** What an output costs besides its text: a million of one character each are not small. */
const entryCost = 64

interface Entry {
  output:
    | Exclude<Output, { output_type: 'stream' }>
    | { output_type: 'stream'; name: string; text: PrintedText }
  readonly displayId: string | undefined
  size: number
}

/**
 * The outputs of one execution, fed with its iopub messages as Jupyter's clients feed theirs: what a stream prints is
 * joined, `clear_output` clears, `update_display_data` renews. Bounded: see `OutputLimits`.
 */
export class CellOutputs {
  readonly #limits: OutputLimits
  #entries: Entry[] = []
  #clearAtNext = false
  #printed = 0
  #shown = 0
  #leftOut = 0
  #shownNotice = false

  constructor(limits: OutputLimits = outputLimits) {
    this.#limits = limits
  }

  get kept(): readonly KeptOutput[] {
    return this.#entries.map(({ output, displayId }) => ({
      output: output.output_type === 'stream' ? { ...output, text: output.text.toString() } : output,
      displayId,
    }))
  }

  get outputs(): readonly Output[] {
    return this.kept.map(({ output }) => output)
  }

  /** What is kept, in characters. */
  get size(): number {
    return this.#printed + this.#shown
  }

  /** A `clear_output` with `wait` was the last that came. */
  get clearsAtNext(): boolean {
    return this.#clearAtNext
  }

  shows(displayId: string): boolean {
    return this.#entries.some((entry) => entry.displayId === displayId)
  }

  /** Takes a message of this execution; gives what the clients are to get in its place: itself, a notice, or nothing. */
  take(message: Message): readonly Message[] {
    const type = message.header.msg_type
    if (type === 'clear_output') {
      if (message.content['wait'] === true) this.#clearAtNext = true
      else this.#clear()
      return [message]
    }
    if (type === 'update_display_data') return [this.update(message)]
    const output = outputOfMessage(message)
    if (output === undefined) return [message]
    if (this.#clearAtNext) this.#clear()
    return output.output_type === 'stream' ? this.#print(message, output) : this.#show(message)
  }

  /** Renews the displays with the id of an `update_display_data`, which may come from another execution. */
  update(message: Message): Message {
    const fitting = this.fitting(message)
    const displayId = displayIdOf(fitting)
    const output = outputOfMessage(fitting)
    if (displayId === undefined || output === undefined || output.output_type === 'stream') return fitting
    for (const entry of this.#entries) {
      if (entry.displayId !== displayId) continue
      const size = valueSize(fitting.content) + entryCost
      this.#shown += size - entry.size
      entry.output = output
      entry.size = size
    }
    return fitting
  }

  /** The message, or one that says why its output is left out: it is too large, or makes displays here too large. */
  fitting(message: Message): Message {
    const size = valueSize(message.content)
    if (size > this.#limits.single) return withText(message, notices.single(size, this.#limits.single))
    if (message.header.msg_type !== 'update_display_data') return message
    const displayId = displayIdOf(message)
    const renewed = this.#entries.filter((entry) => entry.displayId === displayId)
    const growth = renewed.reduce((sum, entry) => sum + size + entryCost - entry.size, 0)
    const fits = growth <= 0 || this.#shown + growth <= this.#limits.shown
    return fits ? message : withText(message, notices.shown(this.#limits.shown))
  }

  /** At the end of the execution: the notice on what was left out, if anything was. */
  finish(parent: Message): readonly Message[] {
    if (this.#leftOut === 0) return []
    const notice = streamNotice(parent, notices.leftOut(this.#leftOut))
    this.#leftOut = 0
    this.#append('stderr', String(notice.content['text']))
    return [notice]
  }

  #clear(): void {
    this.#entries = []
    this.#clearAtNext = false
    this.#printed = 0
    this.#shown = 0
    this.#leftOut = 0
    this.#shownNotice = false
  }

  #print(message: Message, { name, text }: { name: string; text: string }): readonly Message[] {
    if (this.#leftOut === 0 && this.#printed + text.length <= this.#limits.printed) {
      this.#append(name, text)
      return [message]
    }
    const first = this.#leftOut === 0
    const part = first ? wholeCharacters(text, this.#limits.printed - this.#printed) : ''
    this.#leftOut += text.length - part.length
    if (!first) return []
    if (part !== '') this.#append(name, part)
    const notice = streamNotice(message, notices.printed(this.#limits.printed))
    this.#append('stderr', String(notice.content['text']))
    return [...(part === '' ? [] : [{ ...message, content: { ...message.content, text: part } }]), notice]
  }

  #append(name: string, text: string): void {
    const last = this.#entries.at(-1)?.output
    if (last?.output_type === 'stream' && last.name === name) {
      const before = last.text.length
      last.text.add(text)
      this.#printed += last.text.length - before
      return
    }
    const printed = new PrintedText()
    printed.add(text)
    this.#entries.push({
      output: { output_type: 'stream', name, text: printed },
      displayId: undefined,
      size: 0,
    })
    this.#printed += printed.length + entryCost
  }

  #show(message: Message): readonly Message[] {
    const isError = message.header.msg_type === 'error'
    if (this.#shownNotice && !isError) return []
    let fitting = this.fitting(message)
    // Why a cell ended is to be seen, whatever it showed before.
    const most = this.#limits.shown + (isError ? this.#limits.single : 0)
    if (this.#shown + valueSize(fitting.content) > most) {
      if (this.#shownNotice) return []
      this.#shownNotice = true
      fitting = withText(message, notices.shown(this.#limits.shown))
    }
    const output = outputOfMessage(fitting)
    if (output === undefined || output.output_type === 'stream') return [fitting]
    const size = valueSize(fitting.content) + entryCost
    this.#entries.push({ output, displayId: displayIdOf(fitting), size })
    this.#shown += size
    return [fitting]
  }
}

/** The beginning of a text, with no half of a character at its end. */
function wholeCharacters(text: string, length: number): string {
  const part = text.slice(0, Math.max(0, length))
  return /[\uD800-\uDBFF]$/.test(part) ? part.slice(0, -1) : part
}

function streamNotice(parent: Message, text: string): Message {
  return {
    ...parent,
    header: { ...parent.header, msg_id: randomUUID(), msg_type: 'stream' },
    content: { name: 'stderr', text },
    buffers: [],
  }
}

/** The same output as plain text: an error keeps its name, a display its id. */
function withText(message: Message, text: string): Message {
  const content: JsonObject =
    message.header.msg_type === 'error'
      ? { ename: short(message.content['ename']), evalue: text, traceback: [text] }
      : { ...message.content, data: { 'text/plain': text }, metadata: {} }
  return { ...message, content, buffers: [] }
}

function short(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value.slice(0, 200) : ''
}
