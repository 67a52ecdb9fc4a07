import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook'
import type { ChapterState, CourseState } from '../../../server/course/course-service.js'
import { barOf } from '../notices/bar-of.js'
import { askReset, askUpdate } from './chapter-dialogs.js'
import { addressOf } from './chapter-links.js'
import type { CourseActions } from './course-actions.js'
import type { CourseClient } from './course-client.js'
import type { CoursePanel } from './course-panel.js'
import { headingsOf, type NotebookHeading } from './headings.js'
import { runCells } from './run-cells.js'

/** The course on this page: keeps the panel up to date and does what is asked of it. */
export class CourseSession implements CourseActions {
  #course: CourseState | undefined
  #due: ReturnType<typeof setTimeout> | undefined
  #drawing: ReturnType<typeof setTimeout> | undefined
  panel: CoursePanel | undefined

  constructor(
    private readonly client: CourseClient,
    private readonly tracker: INotebookTracker,
  ) {}

  get chapters(): readonly ChapterState[] {
    return this.#course?.chapters ?? []
  }

  /** Asks the server how the course stands, soon; many wishes are one question. */
  refresh(after = 0): void {
    clearTimeout(this.#due)
    this.#due = setTimeout(() => void this.#load(), after)
  }

  /** Shows the headings anew when the learner pauses: typing stays fast. */
  renderSoon(): void {
    clearTimeout(this.#drawing)
    this.#drawing = setTimeout(() => this.render(), 500)
  }

  /** Shows what is known. */
  render(): void {
    if (this.#course === undefined) return
    const current = this.#current()
    const model = this.#notebook(current)?.content.model ?? null
    const headings = current === undefined || model === null ? [] : headingsOf(model)
    const run = model === null ? undefined : runCells(model)
    const chapters = this.#course.chapters.map((chapter) =>
      // What was run since the last save is on this page alone.
      chapter === current && run !== undefined && chapter.progress.of === 'cells'
        ? { ...chapter, progress: { ...chapter.progress, ...run } }
        : chapter,
    )
    this.panel?.render({ course: { ...this.#course, chapters }, current: current?.name, headings })
  }

  readonly addressOf = addressOf

  /** Shows the place if the chapter is open; else saves the open notebook and goes to the chapter in this window. */
  async go(chapter: ChapterState, exercise?: string): Promise<void> {
    if (exercise !== undefined && this.#notebook(chapter) !== undefined) return this.showExercise(exercise)
    const { context } = this.tracker.currentWidget ?? {}
    if (context?.model.dirty === true) {
      const saved = await context.save().then(
        () => true,
        () => false,
      )
      // Why not is said above the cells, and the browser asks before it throws work away.
      if (!saved) return
    }
    location.assign(`${addressOf(chapter)}${exercise === undefined ? '' : `#${exercise}`}`)
  }

  /** Shows the cell with an exercise's task: chapters call it `exercise-3`, that of a bug hunt `hunt-1`. */
  async showExercise(id: string): Promise<void> {
    const [, hunt, number] = /-(h?)(\d+)$/.exec(id) ?? []
    const wanted = `${hunt === 'h' ? 'hunt' : 'exercise'}-${number}`
    const cells = [...(this.tracker.currentWidget?.content.model?.cells ?? [])]
    const cell = cells.findIndex((each) => each.id === wanted)
    if (cell !== -1) await this.#showCell(cell)
  }

  async reset(chapter: ChapterState): Promise<void> {
    const wish = await askReset(chapter)
    if (wish === undefined) return
    await this.#change(chapter, async (panel) => {
      const { kept } = await this.client.reset(chapter.name)
      await panel?.context.revert()
      if (wish.restart) void panel?.sessionContext.restartKernel()
      return kept === null
        ? 'The chapter is as the course has it.'
        : `The chapter starts anew. Your copy is kept as ${kept}.`
    })
  }

  async update(chapter: ChapterState): Promise<void> {
    const choice = await askUpdate(chapter)
    if (choice === undefined) return
    await this.#change(chapter, async (panel) => {
      const { kept, added } = await this.client.update(chapter.name, choice)
      if (choice === 'instead') await panel?.context.revert()
      if (added !== null) return `The newer chapter is beside yours, as ${added}.`
      return kept === null
        ? 'Your copy stays as it is.'
        : `This is the newer chapter. Your copy is kept as ${kept}.`
    })
  }

  async show({ cell, index }: NotebookHeading): Promise<void> {
    const widget = await this.#showCell(cell)
    widget?.node.querySelectorAll('h1, h2, h3, h4, h5, h6')[index]?.scrollIntoView({ block: 'start' })
  }

  async #showCell(cell: number) {
    const notebook = this.tracker.currentWidget?.content
    const widget = notebook?.widgets[cell]
    if (notebook === undefined || widget === undefined) return undefined
    notebook.activeCellIndex = cell
    await notebook.scrollToItem(cell, 'start')
    await widget.ready
    return widget
  }

  /** Does something to a chapter's file, with the learner's last words in it, and says what became of it. */
  async #change(chapter: ChapterState, work: (panel?: NotebookPanel) => Promise<string>): Promise<void> {
    const panel = this.#notebook(chapter)
    const bar = panel ?? this.tracker.currentWidget
    try {
      if (panel?.context.model.dirty === true) await panel.context.save()
      const text = await work(panel)
      if (bar !== null) barOf(bar).say({ id: 'course', kind: 'good', text })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      if (bar !== null) barOf(bar).say({ id: 'course', kind: 'trouble', text: `Nothing was changed. ${why}` })
    }
    this.refresh()
  }

  async #load(): Promise<void> {
    try {
      this.#course = await this.client.state()
      this.render()
    } catch (error) {
      if (this.#course === undefined) this.panel?.fail(error instanceof Error ? error.message : String(error))
    }
  }

  #current(): ChapterState | undefined {
    const path = this.tracker.currentWidget?.context.path
    return this.chapters.find((chapter) => chapter.path === path)
  }

  /** The notebook on this page, if it is the chapter's. */
  #notebook(chapter: ChapterState | undefined): NotebookPanel | undefined {
    const panel = this.tracker.currentWidget
    return panel !== null && panel.context.path === chapter?.path ? panel : undefined
  }
}
