// SPDX-License-Identifier: AGPL-3.0-or-later
import { ConcreteHyperlink, type IContext, type IXmlableObject, type ParagraphChild } from 'docx'

const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** A link out of the document with a given identifier. The library's own makes a random one each time. */
export class WebLink extends ConcreteHyperlink {
  readonly #url: string

  constructor(url: string, id: string, children: readonly ParagraphChild[]) {
    super(children, id)
    this.#url = url
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    context.viewWrapper.Relationships.addRelationship(this.linkId, hyperlink, this.#url, 'External')
    return super.prepForXml(context)
  }
}
