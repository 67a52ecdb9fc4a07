import { EditorView } from '@codemirror/view'
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import type { CodeEditor } from '@jupyterlab/codeeditor'
import { CodeMirrorEditor, EditorExtensionRegistry, IEditorExtensionRegistry } from '@jupyterlab/codemirror'
import { PathExt } from '@jupyterlab/coreutils'
import type { IDocumentWidget } from '@jupyterlab/docregistry'
import type { FileEditor } from '@jupyterlab/fileeditor'

/** A cell says what it is by the type of its model. */
const cells: Readonly<Record<string, string>> = {
  code: 'Code cell',
  markdown: 'Markdown cell',
  raw: 'Raw cell',
}

/** Gives every editor a name for screen readers: a cell's kind, a file's name. JupyterLab leaves them without one. */
export const editorsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'backprop-notebooks:editor-names',
  description: 'Names the editors for screen readers.',
  autoStart: true,
  requires: [IEditorExtensionRegistry],
  activate: ({ docRegistry }: JupyterFrontEnd, extensions: IEditorExtensionRegistry) => {
    extensions.addExtension({
      name: 'backprop-name',
      factory: ({ model }) =>
        EditorExtensionRegistry.createImmutableExtension(
          EditorView.contentAttributes.of({ 'aria-label': nameOf(model) }),
        ),
    })
    // 'Editor' is JupyterLab's name for the editor of text files.
    docRegistry.addWidgetExtension('Editor', {
      createNew: ({ content, context }: IDocumentWidget<FileEditor>) => {
        const { editor } = content
        if (!(editor instanceof CodeMirrorEditor)) return
        const name = () => editor.editor.contentDOM.setAttribute('aria-label', PathExt.basename(context.path))
        name()
        context.pathChanged.connect(name)
      },
    })
  },
}

function nameOf(model: CodeEditor.IModel): string {
  // The model of a cell is one of these, with a type.
  const type = 'type' in model ? String(model.type) : ''
  return cells[type] ?? 'Text'
}
