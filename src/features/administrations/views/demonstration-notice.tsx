// SPDX-License-Identifier: AGPL-3.0-or-later
import { Alert } from '../../../ui/alert.tsx'

/** The notice that the body's contents are invented. */
export const DemonstrationNotice = () => (
  <Alert tone="info">
    <p>
      <strong>Contenuti dimostrativi.</strong> I testi, gli stati e gli importi di questo ente sono inventati per
      mostrare come funziona Timone.
    </p>
  </Alert>
)
