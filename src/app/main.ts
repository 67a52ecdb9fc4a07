/** The page: JupyterLab's notebook shell with the plugins of the course. */
import './style/index.js'
import { start } from './shell/start.js'

void start()
