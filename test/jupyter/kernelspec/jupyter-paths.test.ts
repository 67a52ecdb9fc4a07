import { describe, expect, test } from 'vitest'
import { jupyterDataPaths } from '../../../src/jupyter/kernelspec/jupyter-paths.js'

describe('jupyterDataPaths()', () => {
  test('follows JUPYTER_PATH, the home folder, the environment and the system on Linux', () => {
    const env = { JUPYTER_PATH: '/a:/b', VIRTUAL_ENV: '/venv' }
    expect(jupyterDataPaths({ env, platform: 'linux', home: '/home/me' })).toEqual([
      '/a',
      '/b',
      '/venv/share/jupyter',
      '/home/me/.local/share/jupyter',
      '/usr/local/share/jupyter',
      '/usr/share/jupyter',
    ])
    const xdg = jupyterDataPaths({ env: { XDG_DATA_HOME: '/data' }, platform: 'linux', home: '/home/me' })
    expect(xdg[0]).toBe('/data/jupyter')
    const own = jupyterDataPaths({ env: { JUPYTER_DATA_DIR: '/own' }, platform: 'linux', home: '/home/me' })
    expect(own[0]).toBe('/own')
  })

  test.each([
    [{ VIRTUAL_ENV: '/e' }, true],
    [{ VIRTUAL_ENV: '/e', JUPYTER_PREFER_ENV_PATH: 'no' }, false],
    [{ CONDA_PREFIX: '/e', CONDA_DEFAULT_ENV: 'mine' }, true],
    [{ CONDA_PREFIX: '/e', CONDA_DEFAULT_ENV: 'base' }, false],
    [{ CONDA_PREFIX: '/e', CONDA_DEFAULT_ENV: 'base', JUPYTER_PREFER_ENV_PATH: '1' }, true],
  ])('puts an environment before the home folder as Jupyter does: %j', (env, first) => {
    const paths = jupyterDataPaths({ env, platform: 'linux', home: '/home/me' })
    expect(paths.indexOf('/e/share/jupyter')).toBe(first ? 0 : 1)
  })

  test('knows the folders of macOS and Windows', () => {
    expect(jupyterDataPaths({ env: {}, platform: 'darwin', home: '/Users/me' })[0]).toBe(
      '/Users/me/Library/Jupyter',
    )
    const env = { APPDATA: 'C:\\Roaming', PROGRAMDATA: 'C:\\ProgramData', JUPYTER_PATH: 'D:\\x;D:\\y' }
    expect(jupyterDataPaths({ env, platform: 'win32', home: 'C:\\me' })).toEqual([
      'D:\\x',
      'D:\\y',
      'C:\\Roaming\\jupyter',
      'C:\\ProgramData\\jupyter',
    ])
  })
})
