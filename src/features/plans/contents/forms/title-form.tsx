// SPDX-License-Identifier: AGPL-3.0-or-later
import { TextField } from '../../../../ui/form-fields.tsx'
import { PlanSchema } from '../../plan/model.ts'
import { controlOf, type PartForm, readFields, typedText } from '../part-form.ts'
import { type TitleContent, titlePart } from '../title-part.ts'

/** The form of a plan's title. */
export const titleForm: PartForm<TitleContent> = {
  kind: titlePart,
  key: '',
  title: 'Titolo del piano',
  lead: 'Quello sulla copertina. Senza titolo, i documenti portano quello consueto: «Piano triennale per l’informatica».',
  type: (content) => (content ? { title: content.title } : {}),
  read(fields) {
    const title = typedText(fields, 'title')
    if (title === undefined) return { value: undefined, problems: [] }
    const shape = { title: PlanSchema.shape.title.unwrap() }
    return readFields<TitleContent>(shape, { title }, { required: [], place: (field) => field })
  },
  labels: () => ({ title: 'Titolo' }),
  words: (_, content) => content?.title ?? '',
  Fields: (props) => <TextField {...controlOf(props, 'title', 'Titolo')} />,
}
