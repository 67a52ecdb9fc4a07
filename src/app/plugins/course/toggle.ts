import type { INotebookShell } from '@jupyter-notebook/application'
import { Widget } from '@lumino/widgets'
import { button, element } from '../element.js'
import type { CoursePanel } from './course-panel.js'

const key = 'backprop:course'

/** From this width on there is room for the course beside a notebook; below the other it lies over it. */
const wide = 1000
const narrow = 700

/** The button that opens and closes the course, and what remembers how it was left. */
export class CourseToggle extends Widget {
  readonly #button: HTMLButtonElement

  constructor(
    private readonly shell: INotebookShell,
    private readonly panel: CoursePanel,
  ) {
    super()
    this.addClass('backprop-course-toggle')
    this.#button = button('☰', () => this.toggle(), {
      'aria-label': 'Course',
      'aria-expanded': 'false',
      'aria-controls': panel.id,
      title: 'Show or hide the chapters (Accel+Shift+L)'.replace(
        'Accel',
        /Mac/.test(navigator.platform) ? 'Cmd' : 'Ctrl',
      ),
    })
    this.#button.append(element('span', {}, ' Course'))
    this.node.append(this.#button)
    matchMedia(`(max-width: ${narrow}px)`).addEventListener('change', ({ matches }) => {
      if (matches && this.isOpen) shell.collapseLeft()
    })
    shell.leftHandler.closeButton.addEventListener('click', () => store('closed'))
    // The panel is also opened and closed by the View menu and by its own button.
    new MutationObserver(() => this.#tell()).observe(panel.node, {
      attributes: true,
      attributeFilter: ['class'],
    })
    new MutationObserver(() => this.#tell()).observe(shell.leftHandler.panel.node, {
      attributes: true,
      attributeFilter: ['class'],
    })
  }

  get isOpen(): boolean {
    return !this.shell.leftCollapsed && this.panel.isVisible
  }

  /** Opens the course if there is room for it and the learner has not closed it. */
  openIfWanted(): void {
    if (window.innerWidth >= wide && stored() !== 'closed') this.#open()
  }

  toggle(): void {
    if (this.isOpen) {
      this.shell.collapseLeft()
      this.#button.focus()
    } else {
      this.#open()
      this.panel.activate()
    }
    store(this.isOpen ? 'open' : 'closed')
  }

  #open(): void {
    this.shell.expandLeft(this.panel.id)
    this.#tell()
  }

  #tell(): void {
    this.#button.setAttribute('aria-expanded', String(this.isOpen))
  }
}

/** Storage may be forbidden by the browser's settings; the choice then lasts as long as the page. */
function stored(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function store(value: 'open' | 'closed'): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // See above.
  }
}
