// SPDX-License-Identifier: AGPL-3.0-or-later
import { Parser } from 'htmlparser2'

/** Functions called for each tag and text. Names come without the namespace's prefix. */
export type XmlHandlers = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** Walks XML once. Entities declared in the document are not expanded, and nothing outside is read. */
export function walkXml(xml: Uint8Array, handlers: XmlHandlers): void {
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const plain = Object.entries(attributes).map(([name, value]) => [local(name), value] as const)
        handlers.open?.(local(name), Object.fromEntries(plain))
      },
      ontext: (text) => handlers.text?.(text),
      onclosetag: (name) => handlers.close?.(local(name)),
    },
    { xmlMode: true },
  )
  parser.end(new TextDecoder().decode(xml))
}
