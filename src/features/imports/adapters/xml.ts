// SPDX-License-Identifier: AGPL-3.0-or-later
import { Parser } from 'htmlparser2'

/** What is done at each tag and text; names come without their namespace's prefix. */
export type XmlHandlers = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** Walks XML once. Entities that a document declares itself are not expanded, nothing outside is read. */
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
