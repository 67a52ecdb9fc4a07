/**
 * A notebook in memory, as nbformat 4.5 describes it. Sources, stream texts and text media are whole strings here;
 * only the file has them as lists of lines (see `read-notebook.ts` and `write-notebook.ts`).
 *
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html
 */
export interface Notebook {
  readonly nbformat: 4
  readonly nbformat_minor: 5
  readonly metadata: NotebookMetadata
  readonly cells: readonly Cell[]
}

export interface NotebookMetadata extends JsonObject {
  readonly kernelspec?: {
    readonly name: string
    readonly display_name: string
    readonly [key: string]: JsonValue
  }
  readonly language_info?: { readonly name: string; readonly [key: string]: JsonValue }
  readonly title?: string
}

export type Cell = CodeCell | MarkdownCell | RawCell

export interface CodeCell {
  readonly cell_type: 'code'
  /** 1 to 64 of the characters A–Z a–z 0–9 - _, once in a notebook. */
  readonly id: string
  readonly metadata: JsonObject
  readonly source: string
  readonly execution_count: number | null
  readonly outputs: readonly Output[]
}

export interface MarkdownCell {
  readonly cell_type: 'markdown'
  readonly id: string
  readonly metadata: JsonObject
  readonly source: string
  readonly attachments?: Attachments
}

export interface RawCell {
  readonly cell_type: 'raw'
  readonly id: string
  readonly metadata: JsonObject
  readonly source: string
  readonly attachments?: Attachments
}

/** Files inside a cell, by name; Markdown refers to them as `attachment:name`. */
export interface Attachments {
  readonly [name: string]: MimeBundle
}

export type Output = StreamOutput | DisplayDataOutput | ExecuteResultOutput | ErrorOutput

export interface StreamOutput {
  readonly output_type: 'stream'
  /** `stdout` or `stderr`. */
  readonly name: string
  readonly text: string
}

export interface DisplayDataOutput {
  readonly output_type: 'display_data'
  readonly data: MimeBundle
  readonly metadata: JsonObject
}

export interface ExecuteResultOutput {
  readonly output_type: 'execute_result'
  readonly execution_count: number | null
  readonly data: MimeBundle
  readonly metadata: JsonObject
}

export interface ErrorOutput {
  readonly output_type: 'error'
  readonly ename: string
  readonly evalue: string
  /** Lines, which may hold ANSI colour codes. */
  readonly traceback: readonly string[]
}

/** The same thing in several media types: a string, or any JSON under `application/json` and `…+json`. */
export interface MimeBundle {
  readonly [mediaType: string]: JsonValue
}

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject

export interface JsonObject {
  readonly [key: string]: JsonValue | undefined
}
