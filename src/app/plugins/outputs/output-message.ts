import type { KernelMessage } from '@jupyterlab/services'
import type { Output } from '../../../jupyter/notebook/notebook.js'
import type { RunModel } from '../../../jupyter/outputs/run-model.js'

/** Messages that bring an empty output area to where the server is with a run. */
export function messagesOf(run: RunModel): KernelMessage.IIOPubMessage[] {
  const messages = run.outputs.map(({ output, display_id }) => outputMessage(run.id, output, display_id))
  return run.clears_at_next ? [...messages, message(run.id, 'clear_output', { wait: true })] : messages
}

export function outputMessage(run: string, output: Output, displayId: string | null = null) {
  const { output_type, ...content } = output
  const transient = displayId === null ? {} : { transient: { display_id: displayId } }
  return message(run, output_type, { ...content, ...transient })
}

/** A kernel's question that came before this page. */
export function questionMessage(run: RunModel): KernelMessage.IStdinMessage | undefined {
  if (run.question === null) return undefined
  const { header, content } = run.question
  // As the kernel sent it; the server keeps it whole.
  return { ...bare(run.id), channel: 'stdin', header, content } as unknown as KernelMessage.IStdinMessage
}

function message(run: string, type: string, content: object): KernelMessage.IIOPubMessage {
  const header = { msg_id: '', msg_type: type, session: '', username: '', date: '', version: '5.3' }
  // The content is that of an output of this type, or what is written above.
  return { ...bare(run), channel: 'iopub', header, content } as unknown as KernelMessage.IIOPubMessage
}

function bare(run: string) {
  return { parent_header: { msg_id: run }, metadata: {}, buffers: [] }
}
