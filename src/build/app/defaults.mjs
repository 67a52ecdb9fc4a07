/** Settings that start otherwise than in JupyterLab. */
export const defaults = {
  // Light or dark as the system is.
  '@jupyterlab/apputils-extension:themes': { 'adaptive-theme': true },
  // How long a cell ran is shown beside it.
  '@jupyterlab/notebook-extension:tracker': { recordTiming: true },
  // The first completion of a new kernel takes longer than the second that it is given otherwise; and with a name
  // its type is shown.
  '@jupyterlab/completer-extension:manager': { providerTimeout: 3000, showDocumentationPanel: true },
  // A preview is a page of its own: beside nothing it would be empty.
  '@jupyter-notebook/application-extension:shell': { layout: {} },
  // Nothing is asked of other machines.
  '@jupyterlab/apputils-extension:notification': { fetchNews: 'false', checkForUpdates: false },
}

/**
 * Puts them into the schemas.
 *
 * @throws Error for a setting that no schema has, which is how a newer package that renamed it shows
 */
export function setDefaults(settings) {
  for (const [id, values] of Object.entries(defaults)) {
    const properties = settings.find((each) => each.id === id)?.schema.properties
    for (const [name, value] of Object.entries(values)) {
      if (properties?.[name] === undefined) throw new Error(`There is no setting ${name} of ${id} any more.`)
      properties[name].default = value
    }
  }
}

/** Ranks in a notebook's toolbar that are others than in JupyterLab. */
const ranks = {
  // A narrow toolbar folds away what comes last. What the kernel does comes first; the style sheet puts it at the end.
  executionProgress: 1,
}

/**
 * Puts them into the schemas.
 *
 * @throws Error for an item that the toolbar has not, which is how a newer package that renamed it shows
 */
export function setRanks(settings) {
  const items = settings.find(({ id }) => id === '@jupyterlab/notebook-extension:panel')?.schema[
    'jupyter.lab.toolbars'
  ].Notebook
  for (const [name, rank] of Object.entries(ranks)) {
    const item = items?.find((each) => each.name === name)
    if (item === undefined) throw new Error(`There is no ${name} in a notebook's toolbar any more.`)
    item.rank = rank
  }
}
