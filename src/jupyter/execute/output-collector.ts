import type { Message } from '../message/message.js'
import type { Output } from '../notebook/notebook.js'
import { displayIdOf, outputOfMessage } from './output-of-message.js'

/** Gathers the iopub messages of one cell into its outputs, as Jupyter's clients do. */
export class OutputCollector {
  #entries: { output: Output; displayId: string | undefined }[] = []
  #clearAtNext = false

  get outputs(): readonly Output[] {
    return this.#entries.map((entry) => entry.output)
  }

  /** Takes a message of the cell's own; one that is no output changes nothing. */
  add(message: Pick<Message, 'header' | 'content'>): void {
    const type = message.header.msg_type
    if (type === 'clear_output') {
      if (message.content['wait'] === true) this.#clearAtNext = true
      else this.#entries = []
      return
    }
    if (type === 'update_display_data') {
      this.update(message)
      return
    }
    const output = outputOfMessage(message)
    if (output === undefined) return
    if (this.#clearAtNext) this.#entries = []
    this.#clearAtNext = false
    const last = this.#entries.at(-1)
    if (
      output.output_type === 'stream' &&
      last?.output.output_type === 'stream' &&
      last.output.name === output.name
    ) {
      last.output = { ...output, text: last.output.text + output.text }
    } else this.#entries.push({ output, displayId: displayIdOf(message) })
  }

  /** Renews every display with the id of this `update_display_data`, which may come from a later cell. */
  update(message: Pick<Message, 'header' | 'content'>): void {
    const displayId = displayIdOf(message)
    const output = outputOfMessage(message)
    if (displayId === undefined || output === undefined) return
    for (const entry of this.#entries) if (entry.displayId === displayId) entry.output = output
  }
}
