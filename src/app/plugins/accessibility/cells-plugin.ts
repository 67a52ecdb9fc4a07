import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { type Cell, type CodeCell, MarkdownCell, type RawCell } from '@jupyterlab/cells'
import { IEditorServices } from '@jupyterlab/codeeditor'
import { NotebookPanel } from '@jupyterlab/notebook'

/**
 * In the place of `@jupyterlab/notebook-extension:factory`, whose cells are no articles of the feed that the notebook
 * says it is, and whose buttons that fold a section have no name.
 */
export const cellsPlugin: JupyterFrontEndPlugin<NotebookPanel.IContentFactory> = {
  id: 'backprop-notebooks:cell-factory',
  description: 'Makes cells that a screen reader can tell apart.',
  autoStart: true,
  provides: NotebookPanel.IContentFactory,
  requires: [IEditorServices],
  activate: (_app: JupyterFrontEnd, { factoryService }: IEditorServices) =>
    new ContentFactory({ editorFactory: factoryService.newInlineEditor }),
}

class ContentFactory extends NotebookPanel.ContentFactory {
  override createCodeCell(options: CodeCell.IOptions): CodeCell {
    return article(super.createCodeCell(options))
  }

  override createMarkdownCell(options: MarkdownCell.IOptions): MarkdownCell {
    return article(new SectionCell(options).initializeState())
  }

  override createRawCell(options: RawCell.IOptions): RawCell {
    return article(super.createRawCell(options))
  }
}

function article<T extends Cell>(cell: T): T {
  cell.node.setAttribute('role', 'article')
  return cell
}

/** A cell of Markdown whose button for its section says which one, and whether it is open. */
class SectionCell extends MarkdownCell {
  protected override maybeCreateCollapseButton(): void {
    super.maybeCreateCollapseButton()
    const button = this.inputArea?.promptNode.querySelector('.jp-collapseHeadingButton')
    button?.setAttribute('aria-label', `Section: ${this.headingInfo.text}`)
    button?.setAttribute('aria-expanded', String(!this.headingCollapsed))
  }
}
