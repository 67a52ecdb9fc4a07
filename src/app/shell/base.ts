import application from '@jupyter-notebook/application-extension'
import documentOpener from '@jupyter-notebook/docmanager-extension'
import labApplication from '@jupyterlab/application-extension'
import apputils from '@jupyterlab/apputils-extension'
import codemirror from '@jupyterlab/codemirror-extension'
import documents from '@jupyterlab/docmanager-extension'
import files from '@jupyterlab/filebrowser-extension'
import mainmenu from '@jupyterlab/mainmenu-extension'
import markdown from '@jupyterlab/markedparser-extension'
import services from '@jupyterlab/services-extension'
import shortcuts from '@jupyterlab/shortcuts-extension'
import translation from '@jupyterlab/translation-extension'
import icons from '@jupyterlab/ui-components-extension'
import { formulas } from '../formulas/index.js'
import { requests } from '../requests/index.js'
import { settings } from '../settings/index.js'
import { themes } from '../themes/index.js'
import { all, except, only, type Plugin } from './pick.js'

/** What every page needs before it shows anything: Notebook 7's list, without terminals and language servers. */
export const base: readonly Plugin[] = [
  ...except(application, 'logo'),
  ...all(documentOpener),
  ...only(labApplication, 'commands context-menu faviconbusy router top-bar'),
  ...only(
    apputils,
    'palette notification sanitizer sessionDialogs state themes themes-palette-menu toolbar-registry utilityCommands kernels-settings',
  ),
  ...all(codemirror),
  ...only(documents, 'plugin download contexts manager'),
  ...only(files, 'settings factory default-file-browser'),
  ...only(mainmenu, 'plugin'),
  ...all(markdown),
  ...except(services, 'server-settings terminal-manager'),
  ...all(shortcuts),
  ...all(translation),
  ...all(icons),
  ...all(requests),
  formulas,
  ...settings,
  ...themes,
]
