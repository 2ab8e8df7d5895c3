// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { seeOther } from '../../../../platform/http/answer.ts'
import { formRoute } from '../../../../platform/http/form-route.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { TextField } from '../../../../ui/forms/form-fields.tsx'
import {
  administrationActions,
  administrationPaths,
  type DetailsContent,
  detailsKind,
  findDetailsFaults,
  Slug,
} from '../../../administrations/index.ts'
import type { RecordOwner } from '../../../records/index.ts'
import type { WritingPageDependencies } from '../editor/dependencies.ts'
import { editorRoutes } from '../editor/editor-routes.tsx'
import { ofBody } from '../editor/open-record.ts'
import type { EditedBody, RecordForm } from '../editor/record-form.ts'
import { type CorrectionDependencies, correctDetails } from './correct-details.ts'

const permission = administrationActions.manageAssociations
const params = z.object({ slug: Slug })

/** The pages where the platform’s administrator corrects what a body was registered as. */
export const detailsPages = (dependencies: WritingPageDependencies & CorrectionDependencies): readonly Route[] => [
  ...editorRoutes(
    { of: ofBody, path: administrationPaths.details, params, permission, form: detailsForm },
    dependencies,
  ),
  formRoute({
    method: 'POST',
    path: administrationPaths.detailsFromRegistry,
    permission,
    params,
    body: z.object({
      comune: z.string('scrivere il nome o un codice del comune').trim().max(100, 'supera i 100 caratteri'),
    }),
    async handle({ params: { slug }, body: { comune }, viewer }) {
      const corrected = await correctDetails(dependencies, slug, { municipality: comune }, viewer)
      return seeOther(administrationPaths.details({ slug }, { esito: corrected ? 'salvata' : 'invariata' }))
    },
  }),
]

const detailsForm = ({
  administration: { slug, id },
}: EditedBody): RecordForm<DetailsContent, unknown, RecordOwner> => ({
  kind: detailsKind,
  key: '',
  title: 'Dati dell’ente',
  lead: 'Per un ente registrato con dati sbagliati. Il suo indirizzo e i suoi piani restano; il tipo decide quali linee lo riguardano. Gli abitanti sono fra le domande sull’ente.',
  trail: [{ label: 'Dati' }],
  back: { href: administrationPaths.administration({ slug }), label: 'Torna all’ente senza salvare' },
  after: (saved) =>
    `${administrationPaths.details({ slug }, { esito: saved === 'unchanged' ? 'invariata' : 'salvata' })}#esito`,
  check: ({ writer, content }) => findDetailsFaults(writer, id, content),
  Below: () => (
    <section class="t-panel" aria-labelledby="dal-registro">
      <h2 id="dal-registro" class="h4">
        È un altro comune del registro nazionale
      </h2>
      <p>Denominazione, codici, provincia, regione e abitanti diventano quelli del comune che si scrive qui.</p>
      <form action={administrationPaths.detailsFromRegistry({ slug })} method="post" novalidate>
        <TextField name="comune" label="Nome, o codice catastale, ISTAT o IPA" value={undefined} required />
        <button type="submit" class="btn btn-outline-primary">
          Prendi i dati di questo comune
        </button>
      </form>
    </section>
  ),
})
