// SPDX-License-Identifier: AGPL-3.0-or-later
import { Parser } from 'htmlparser2'

/** The text of a page that people read. */
export const textOf = (html: string): string =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

/** A form of a page, with what the browser would send if the person changed nothing. */
export type ReadForm = {
  readonly action: string
  readonly fields: Record<string, string>
  /** The same, with repeated fields as often as they occur. */
  readonly body: URLSearchParams
}

/** The forms of a page that are sent by POST, in their order. Fields without a value of their own are empty texts. */
export function readForms(html: string): readonly ReadForm[] {
  const forms: { action: string; fields: Record<string, string>; body: URLSearchParams; post: boolean }[] = []
  let field: { name: string; text: string } | undefined
  let select: string | undefined
  const parser = new Parser({
    onopentag(tag, { action = '', method, name, type, value = '', checked, selected }) {
      const form = forms.at(-1)
      if (tag === 'form')
        forms.push({ action, fields: {}, body: new URLSearchParams(), post: method?.toLowerCase() === 'post' })
      if (!form && tag !== 'form') return
      if (tag === 'input' && name !== undefined && form) {
        const isChoice = type === 'checkbox' || type === 'radio'
        if (type !== 'file' && type !== 'submit' && (!isChoice || checked !== undefined)) {
          form.fields[name] = value
          form.body.append(name, value)
        }
      }
      if (tag === 'textarea' && name !== undefined) field = { name, text: '' }
      if (tag === 'select') select = name
      if (tag === 'option' && select !== undefined && form && (selected !== undefined || !(select in form.fields))) {
        form.fields[select] = value
        form.body.set(select, value)
      }
    },
    ontext(text) {
      if (field) field.text += text
    },
    onclosetag(tag) {
      const form = forms.at(-1)
      if (tag === 'textarea' && field && form) {
        form.fields[field.name] = field.text
        form.body.append(field.name, field.text)
      }
      if (tag === 'textarea') field = undefined
      if (tag === 'select') select = undefined
    },
  })
  parser.end(html)
  return forms.filter(({ post }) => post).map(({ action, fields, body }) => ({ action, fields, body }))
}
