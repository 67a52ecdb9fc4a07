import { INotebookShell } from '@jupyter-notebook/application'
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { ICommandPalette } from '@jupyterlab/apputils'
import { INotebookTracker, NotebookActions } from '@jupyterlab/notebook'
import { followChapterLinks } from './chapter-links.js'
import { CourseClient } from './course-client.js'
import { CoursePanel } from './course-panel.js'
import { CourseSession } from './course-session.js'
import { CourseToggle } from './toggle.js'
import './course.css'

const toggleCommand = 'backprop:toggle-course'

/** The chapters beside the notebook. */
export const coursePlugin: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:course',
  description: 'Shows the course’s chapters beside the notebook.',
  autoStart: true,
  requires: [INotebookShell, INotebookTracker],
  optional: [ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    shell: INotebookShell,
    tracker: INotebookTracker,
    palette: ICommandPalette | null,
  ) => {
    const session = new CourseSession(new CourseClient(app.serviceManager.serverSettings), tracker)
    const panel = new CoursePanel(session)
    session.panel = panel
    const toggle = new CourseToggle(shell, panel)
    shell.add(panel, 'left', { rank: 1 })
    shell.add(toggle, 'menu', { rank: 0 })
    app.commands.addCommand(toggleCommand, {
      label: 'Course',
      caption: 'Show or hide the chapters',
      isToggleable: true,
      isToggled: () => toggle.isOpen,
      execute: () => toggle.toggle(),
    })
    app.commands.addKeyBinding({ command: toggleCommand, keys: ['Accel Shift L'], selector: 'body' })
    palette?.addItem({ command: toggleCommand, category: 'Course' })
    followChapterLinks(
      () => session.chapters,
      (chapter) => void session.go(chapter),
    )
    session.refresh()
    tracker.widgetAdded.connect((_, { context, content }) => {
      void context.ready.then(() => {
        toggle.openIfWanted()
        session.render()
        if (/^#\d\d-\w+$/.test(location.hash)) void session.showExercise(location.hash.slice(1))
        content.model?.contentChanged.connect(() => session.renderSoon())
      })
      context.saveState.connect((_context, state) => {
        if (state === 'completed') session.refresh(300)
      })
    })
    // A check writes the learner's log when its cell runs.
    NotebookActions.executed.connect(() => session.refresh(500))
  },
}
