// SPDX-License-Identifier: AGPL-3.0-or-later

import { Markdown, type TailoredPlan } from '../../plan/model.ts'
import { narrativePart, type TextContent, textLabels } from '../narrative-part.ts'
import { controlOf, type PartForm, readFields, typedText } from '../part-form.ts'
import { MarkdownField } from '../views/markdown-field.tsx'

/** What each text is for. */
const leads: Readonly<Record<string, string>> = {
  introduction: 'Da dove parte l’ente, per chi è il piano, che cosa c’è dentro. Nel documento viene per prima.',
  principles: 'Come l’ente segue i principi guida del Piano nazionale, elencati nel documento con le loro norme.',
  organisation: 'Come l’ente si organizza per la transizione digitale. Ruoli, atti e uffici hanno pagine proprie.',
  spending: 'Un commento alla tabella della spesa: che cosa cresce, che cosa cala, perché.',
  conclusion: 'Che cosa resta da fare, come e quando il piano si aggiorna.',
}

/** The name of the control. */
const control = 'markdown'

/** The form of a text of a plan; undefined for a chapter that the edition does not have. */
export function textForm(key: string, { chapters }: TailoredPlan): PartForm<TextContent> | undefined {
  const number = /^chapter-(\d)$/.exec(key)?.[1]
  const chapter = chapters.find((known) => String(known.chapter.number) === number)?.chapter
  const title = chapter ? `Capitolo ${chapter.number}. ${chapter.title}` : textLabels[key as keyof typeof textLabels]
  if (title === undefined) return undefined
  return {
    kind: narrativePart,
    key,
    title,
    text: control,
    lead: leads[key] ?? 'Il testo che nel documento viene prima delle linee d’azione del capitolo.',
    type: (content) => (content ? { [control]: content.markdown } : {}),
    read(fields) {
      const markdown = typedText(fields, control)
      if (markdown === undefined) return { value: undefined, problems: [] }
      return readFields<TextContent>({ markdown: Markdown }, { markdown }, { required: [], place: () => control })
    },
    labels: () => ({ [control]: 'Testo' }),
    words: (_, content) => content?.markdown ?? '',
    Fields: (props) => props.withTools(<MarkdownField {...controlOf(props, control, 'Testo')} rows={18} />),
  }
}
