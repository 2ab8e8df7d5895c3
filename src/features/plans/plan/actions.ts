// SPDX-License-Identifier: AGPL-3.0-or-later
import { declareAction } from '../../../kernel/access.ts'

const write = declareAction({
  name: 'plan.write',
  label: 'Scrivere il piano',
  refusal: 'modificare questo piano',
  heldBy: ['rtd', 'officeMember', 'referent'],
})

/** What may be done with the plans of a body. */
export const planActions = {
  create: declareAction({
    name: 'plan.create',
    label: 'Creare un piano',
    refusal: 'creare piani di questo ente',
    heldBy: ['rtd'],
  }),
  write,
  writeEntries: declareAction({
    name: 'entry.write',
    label: 'Aggiornare le schede',
    refusal: 'aggiornare le schede di questo piano',
    heldBy: ['rtd', 'officeMember', 'referent', 'contributor'],
    wider: write,
  }),
  submit: declareAction({
    name: 'plan.submit',
    label: 'Inviare il piano in revisione',
    refusal: 'inviare il piano in revisione',
    heldBy: ['rtd', 'officeMember', 'referent'],
  }),
  review: declareAction({
    name: 'plan.review',
    label: 'Rivedere il piano e commentarlo',
    refusal: 'rivedere questo piano',
    heldBy: ['rtd', 'approver'],
  }),
  approve: declareAction({
    name: 'plan.approve',
    label: 'Registrare l’atto di approvazione',
    refusal: 'registrare l’approvazione di questo piano',
    heldBy: ['rtd', 'referent', 'approver'],
  }),
  publish: declareAction({
    name: 'plan.publish',
    label: 'Pubblicare il piano approvato',
    refusal: 'pubblicare questo piano',
    heldBy: ['rtd', 'referent'],
  }),
} as const
