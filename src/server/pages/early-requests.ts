import { encodePath } from '../http/request-path.js'
import type { PageName } from './page-data.js'

/** What the page's script will ask for first, as it asks for it: the document asks for it before the script is there. */
export function earlyRequests(page: PageName, path: string, baseUrl: string): string[] {
  const notebook =
    page === 'notebooks' && path !== ''
      ? [`api/contents/${encodePath(path)}?type=notebook&content=1&hash=1`]
      : []
  return [
    'lab/api/settings',
    'lab/api/translations/default',
    'lab/api/translations',
    'api/kernelspecs',
    'api/sessions',
    'api/kernels',
    'api/me',
    ...notebook,
  ].map((address) => baseUrl + address)
}
