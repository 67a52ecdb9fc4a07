import { Hono } from 'hono'
import { decodeSegment } from '../http/request-path.js'
import { HttpError } from '../http-error.js'

const prefix = '/lab/api/translations'

/** `lab/api/translations`: the page speaks English. */
export function translationRoutes(): Hono {
  const languages = { data: { en: { displayName: 'English', nativeName: 'English' } }, message: '' }
  return new Hono()
    .get(prefix, (c) => c.json(languages))
    .get(`${prefix}/`, (c) => c.json(languages))
    .get(`${prefix}/:locale`, (c) => {
      const locale = decodeSegment(c.req.path.slice(prefix.length + 1))
      if (!/^[A-Za-z]{2,8}(?:[_-][A-Za-z\d]{1,8})*$|^default$/.test(locale)) {
        throw new HttpError(400, 'A locale is written like en or de_DE.', 'Bad locale')
      }
      const isEnglish = /^(?:en\b|en_|default$)/.test(locale)
      return c.json({ data: {}, message: isEnglish ? '' : `There is no translation into ${locale}.` })
    })
}
