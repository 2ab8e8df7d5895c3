// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The names that plans use for fields and columns. Order, number, gender, articles and typing mistakes do not count:
 * labels are compared by their stems (label-meanings.ts). The plainest names come first, separated by semicolons.
 */
export const names = {
  code: `codice; codice linea d’azione; codice azione; cod; codifica linea d’azione; id linea; id azione; codice PT;
    codice AgID; riferimento linea; linea d’azione; linea; azione`,
  expectedResult: 'codice risultato atteso; risultato atteso; RA; risultato; riferimento risultato',
  objective: `codice obiettivo; obiettivo; OB; obiettivo di riferimento; obiettivo AgID; obiettivo piano triennale;
    obiettivo strategico`,
  objectiveTitle: 'titolo obiettivo; area; ambito; tema; area di intervento; ambito di intervento; tematica',
  chapter: 'capitolo; capitolo piano triennale; componente; parte',
  timing: `data; tempistiche; tempistica; tempistiche realizzazione orizzonte temporale; orizzonte temporale; tempi;
    scadenza; scadenza AgID; data di riferimento; decorrenza; decorrenza scadenza; quando; data scadenza; termine;
    tempi di realizzazione; tempi previsti; periodo; scadenza piano triennale; termini; entro quando; data AgID;
    tempistica AgID; cronoprogramma; data inizio fine; tempi di attuazione; date`,
  officialText: `descrizione linea d’azione; descrizione linea d’azione AgID; descrizione; descrizione degli obiettivi;
    descrizione azione; descrizione linea; testo linea d’azione; testo; azione AgID; testo AgID; azione prevista;
    azione prevista AgID; che cosa chiede AgID; richiesta AgID; richiesta piano nazionale; adempimento; requisito; linea d’azione AgID;
    attività prevista AgID; azione richiesta; cosa prevede; previsione piano triennale; linea d’azione per le PA;
    azioni PA; oggetto; indicazione AgID; titolo linea azione; azione piano triennale nazionale; enunciato;
    che cosa chiede il piano nazionale; cosa chiede il piano; titolo`,
  activity: `attività; attività ente; azione attuata; azione dell’ente; azione comune; cosa fa il comune; intervento;
    cosa fa l’ente; cosa fa l’amministrazione; che cosa facciamo; descrizione sintetica attività; descrizione attività;
    attività svolta; attività previste; attività programmate; attività pianificate; attività in corso; interventi ente;
    descrizione intervento; iniziativa ente; iniziativa; azione intrapresa; modalità di attuazione; attuazione ente;
    come si attua; declinazione locale; risposta ente; posizione ente; azioni previste ente; azioni realizzate;
    attività realizzate; sintesi attività; azione locale; soluzione adottata; stato dell’arte; impegni ente;
    nostra azione; azioni da intraprendere; contestualizzazione; modalità operative; attuazione; che cosa faremo;
    come intende procedere; contributo ente`,
  status: `stato; status; stato avanzamento; stato di attuazione; avanzamento; stato attività; stato azione; stato lavori;
    stato realizzazione; situazione; esito; a che punto siamo; percentuale avanzamento; stato intervento;
    situazione attuale; grado attuazione`,
  responsible: `responsabile; responsabilità; soggetto incaricato; soggetto responsabile; strutture uffici responsabili;
    struttura responsabile; ufficio responsabile; uffici coinvolti; ufficio incaricato; ufficio competente;
    settore responsabile; servizio responsabile; referente; incaricato; competenza; attori coinvolti; soggetti coinvolti;
    soggetto; soggetto attuatore; a cura di; chi; chi lo fa; responsabile attuazione; responsabile progetto;
    responsabile procedimento; strutture coinvolte; settore competente; servizio competente; chi se ne occupa;
    area responsabile; assegnatario; in carico a; struttura di riferimento; ufficio di riferimento; owner`,
  funding: `fonti di finanziamento; fonte di finanziamento; finanziamento; fonte; copertura finanziaria; fondi; budget;
    risorse finanziarie; risorse economiche; provenienza fondi; finanziato da; con quali soldi; copertura; bilancio`,
  plannedDate: `data prevista; data prevista attuazione; data pianificata; data prevista completamento; previsione;
    data prevista realizzazione; previsione attuazione; termine previsto; scadenza ente; scadenza interna; data inizio;
    data inizio prevista; previsione completamento; data prevista conclusione; fine prevista; data avvio; tempi ente;
    tempistica ente; scadenza prevista; quando prevediamo di farlo; quando previsto; inizio previsto`,
  completedDate: `data completamento; data conclusione; data realizzazione; completamento; data effettiva; data fine;
    conclusione; data attuazione; completata il; conclusa il; data chiusura; fine effettiva; data ultimazione;
    quando fatto; quando è stato fatto; realizzata il`,
  notes: 'note; nota; osservazioni; annotazioni; commenti; altro; note e criticità; criticità',
  expectedResults:
    'risultati attesi; risultati; benefici attesi; output attesi; esiti attesi; cosa otteniamo; benefici',
  steps: 'passi; fasi; attività operative; fasi operative; passaggi; azioni da compiersi; azioni puntuali',
  measure: `misura; misura PNRR; descrizione misura; codice misura; titolo misura; investimento; avviso; bando;
    avviso PNRR; bando PNRR; investimento PNRR; linea di finanziamento; titolo classe; progetto PNRR; titolo avviso`,
  progress: `stato progetto; stato di attuazione progetto; stato candidatura; attività progetto;
    descrizione stato attuazione; stato avanzamento progetto`,
  certification: 'asseverazione; stato asseverazione; esito asseverazione; verifica tecnica; collaudo; controllo',
  payment: `erogazione; pagamento; liquidazione; stato erogazione; erogazione finanziamento; erogazione contributo;
    incasso; stato pagamento; liquidato`,
  amount: `importo; importo finanziato; importo finanziamento; spesa; spesa complessiva; spesa totale; costo; contributo;
    euro; importo euro; contributo concesso; finanziamento concesso; importo ammesso; totale; spesa ICT; spesa sostenuta;
    stanziamento; ammontare; valore economico`,
  year: 'anno; annualità; esercizio; anno di riferimento; esercizio finanziario',
  office: `ufficio; servizio; settore; area organizzativa; unità organizzativa; direzione; struttura; ufficio proponente`,
  ownObjective: `obiettivo ente; obiettivo ufficio; progetto; titolo progetto; denominazione progetto;
    obiettivo breve periodo; obiettivo operativo`,
  resources: `risorse necessarie; risorse; risorse umane strumentali; fabbisogno; risorse richieste; mezzi; cosa serve;
    risorse impiegate`,
  indicator: 'indicatore; voce; misurazione; parametro; KPI; cosa si misura; descrizione indicatore; nome indicatore',
  value: `valore; valore attuale; numero; quantità; dato; valore rilevato; target; stato attuale; baseline;
    valore raggiunto; valore obiettivo`,
  unit: 'unità di misura; UM',
  acronym: 'acronimo; sigla; abbreviazione; voce glossario; parola; termine tecnico',
  meaning: 'significato; definizione; descrizione termine; esteso; per esteso; spiegazione; cosa vuol dire',
} as const

/** What a labelled field or a column of a table may hold. */
export type Field = keyof typeof names
