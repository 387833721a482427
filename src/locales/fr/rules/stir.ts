/** French words of the rules about signed callers (STIR/SHAKEN). */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import { refusesSignature } from '../../../rules/signed.ts';
import type { callBlockedByAnalytics } from '../../../rules/stir/call-blocked-by-analytics.ts';
import type { stirIdentityDropped } from '../../../rules/stir/stir-identity-dropped.ts';
import type { stirIdentityMalformed } from '../../../rules/stir/stir-identity-malformed.ts';
import type { stirIdentityMissing } from '../../../rules/stir/stir-identity-missing.ts';
import type { stirNumberMismatch } from '../../../rules/stir/stir-number-mismatch.ts';
import type { stirPassportStale } from '../../../rules/stir/stir-passport-stale.ts';
import type { stirVerificationFailed } from '../../../rules/stir/stir-verification-failed.ts';
import { capitalize } from '../../phrases.ts';
import { duration, of, the } from '../phrases.ts';
import { quoted } from './phrases.ts';

const LONGEST = 200;

const behind = ({ signer }: { readonly signer: string }) => (signer === '' ? '' : ` derrière ${signer}`);

function kindOf({ ppt, attest, signer }: ArgsOf<typeof stirIdentityDropped>): string {
  const words = [ppt, attest === '' ? '' : `attestation ${attest}`, signer === '' ? '' : `signé par ${signer}`];
  return words.filter((word) => word !== '').join(', ') || 'illisible';
}

// ── stir-identity-malformed ──────────────────────────────────────────────────────────────────────────────────────

type Malformed = ArgsOf<typeof stirIdentityMalformed>;
type Words = readonly [fault: (args: Malformed) => string, remedy: (args: Malformed) => string];

const resign = (args: Malformed) =>
  `Corrigez ou mettez à jour le service de signature${behind(args)} : il écrit le jeton ainsi.`;
const between = ({ client }: Malformed) =>
  `Faites transmettre Identity sans changement par ${client}, et par chaque SBC devant lui : pas de repliement de lignes, pas de règle d’en-tête, pas de limite de longueur.`;
const parameter = (args: Malformed) =>
  `Faites reprendre du jeton les paramètres par ce qui écrit le champ Identity (${args.client}, ou le signataire${behind(args)}).`;

const absent = (value: string) => value || 'absent';

const malformed: Readonly<Record<Malformed['kind'], Words>> = {
  'token-parts': [() => 'son jeton n’est pas en-tête, charge utile et signature séparés par des points', between],
  'token-characters': [
    () => 'son jeton contient des caractères que base64url n’a pas (remplissage, « + » ou « / »)',
    resign,
  ],
  'token-space': [() => 'il y a des espaces dans son jeton', between],
  'info-missing': [() => 'il ne dit pas où est le certificat (info)', parameter],
  'info-brackets': [() => 'son info n’a pas de chevrons autour de l’URI', parameter],
  params: [() => 'ses paramètres sont mal formés ou y sont deux fois', parameter],
  'old-form': [
    () => 'il a la forme de la RFC 4474, que la RFC 8224 a remplacée',
    ({ client }) => `Mettez à jour le signataire devant ${client} pour des PASSporT (RFC 8224).`,
  ],
  'header-unreadable': [() => 'la première partie de son jeton n’est pas un objet JSON en base64url', between],
  'payload-unreadable': [() => 'la deuxième partie de son jeton n’est pas un objet JSON en base64url', between],
  'signature-length': [
    ({ value }) =>
      `sa signature doit avoir 64 octets (ES256), et ce qui s’y trouve ${value === '' ? 'n’est pas du base64url' : `en a ${value}`}`,
    between,
  ],
  'signature-der': [
    ({ value }) =>
      `sa signature de ${value} octets est sous forme DER, alors qu’ES256 demande les deux nombres nus de 32 octets chacun`,
    (args) =>
      `Faites convertir par le signataire${behind(args)} ce que donne sa bibliothèque cryptographique vers la forme de la RFC 7518 §3.4 (dans OpenSSL : de ECDSA_SIG vers r et s).`,
  ],
  typ: [({ value }) => `le typ de son jeton est ${absent(value)} au lieu de « passport »`, resign],
  alg: [({ value }) => `l’alg de son jeton est ${absent(value)} au lieu de ES256`, resign],
  'alg-differs': [({ value }) => `son paramètre alg est ${value}, celui de son jeton ES256`, parameter],
  'x5u-missing': [() => 'son jeton ne dit pas où est le certificat (x5u)', resign],
  'x5u-differs': [({ value }) => `le x5u de son jeton est ${value}, et son info dit autre chose`, parameter],
  'ppt-differs': [
    ({ value }) => `le ppt de son jeton est ${absent(value)}, et son paramètre ppt dit autre chose ou rien`,
    parameter,
  ],
  'claim-missing': [({ value }) => `il manque ${value} à son PASSporT`, resign],
  'orig-count': [({ value }) => `son orig doit contenir un tn ou un uri, et contient ${value || 'rien'}`, resign],
  'dest-form': [
    ({ value }) => `son dest doit contenir une liste de tn ou d’uri, et contient ${value || 'rien'}`,
    resign,
  ],
  'tn-form': [
    ({ value }) =>
      `son numéro ${quoted(value)} n’est pas sous forme canonique : des chiffres seulement, indicatif de pays en tête`,
    resign,
  ],
  'iat-form': [({ value }) => `son heure de signature (iat) n’est pas un nombre de secondes : ${value}`, resign],
  'iat-milliseconds': [({ value }) => `son heure de signature (iat) compte des millisecondes : ${value}`, resign],
  attest: [({ value }) => `son attestation doit être A, B ou C, et est ${value}`, resign],
  origid: [({ value }) => `son origid n’est pas un UUID : ${value}`, resign],
};

// ── stir-verification-failed ─────────────────────────────────────────────────────────────────────────────────────

type Verified = ArgsOf<typeof stirVerificationFailed>;

const causes: Readonly<Record<number, string>> = {
  403: 'le PASSporT lui semble trop vieux',
  428: 'il n’a trouvé aucun PASSporT d’un genre qu’il accepte',
  429: 'il n’a très probablement pas pu récupérer le certificat, ce que la RFC 8224 appelle 436',
  436: 'il n’a pas pu récupérer le certificat à son adresse',
  437: 'il ne fait pas confiance au certificat ou ne le prend pas en charge',
  438: 'il n’a pas jugé bons le PASSporT ou sa signature',
};

const remedies: Readonly<Record<number, (args: Verified) => string>> = {
  428: (args) =>
    `Faites signer l’appel avec un PASSporT du genre que ${args.server} demande (en Amérique du Nord « shaken »).`,
  429: (args) =>
    `Sur ${args.server} lui-même, essayez de récupérer le certificat que nomme x5u : adresse, DNS, TLS et pare-feu.`,
  436: (args) =>
    `Sur ${args.server} lui-même, essayez de récupérer le certificat que nomme x5u : adresse, DNS, TLS et pare-feu${args.signer === '' ? '' : ` ; ${args.signer} doit être joignable`}.`,
  437: (args) =>
    `Vérifiez le certificat${args.signer === '' ? '' : ` chez ${args.signer}`} : expiré, révoqué, d’une CA que ${args.server} ne liste pas, ou pas pour ES256 (P-256).`,
  438: (args) =>
    `Cherchez ce qui change From, P-Asserted-Identity, To ou Date entre le signataire et ${args.server}, et comparez clé et certificat du signataire.`,
};

function validity({ validFrom, validTo }: Verified): string {
  return validFrom === '' || validTo === '' ? 'dates illisibles' : `valable du ${validFrom} au ${validTo}`;
}

export const stir = {
  'call-blocked-by-analytics': {
    title: 'Appel bloqué pour la réputation de son appelant',
    message: (args) =>
      `${args.server} a bloqué ${the(args.method)} de ${args.caller} par ${args.status}${args.phrase === '' ? '' : ` ${args.phrase}`} : ` +
      {
        network: 'l’analyse des appels du réseau a jugé l’appelant indésirable, et aucune personne n’a décliné.',
        unwanted: 'l’appelé, ou une liste noire qui agit pour lui, a marqué l’appelant comme indésirable.',
        rejected: 'un intermédiaire a jugé l’appelant indésirable, et aucune personne n’a décliné.',
      }[args.kind],
    why: (args) =>
      args.kind === 'unwanted'
        ? 'L’appelé, ou les réglages de son téléphone, ne veut pas d’appels de ce numéro ; beaucoup de telles réponses ruinent sa réputation.'
        : 'L’appelé n’a jamais rien su de cet appel, et d’autres appels du même numéro seront très probablement bloqués aussi.',
    fix: (args) => [
      ...(args.kind === 'unwanted'
        ? [
            'Demandez pourquoi l’appelé a jugé l’appel indésirable : volume, heures, numéro qui s’affiche comme quelqu’un d’autre.',
          ]
        : [
            args.redress.length === 0
              ? `Réclamez auprès de l’opérateur derrière ${args.server} : la réponse ne nomme personne à qui s’adresser.`
              : `Réclamez là où la réponse le dit (${args.redress.join(', ').slice(0, LONGEST)}), avec le Call-ID et l’heure de l’appel.`,
          ]),
      args.attest === 'A'
        ? 'L’appel est signé avec l’attestation A : c’est du numéro lui-même qu’on se méfie ; enregistrez-le donc auprès des fournisseurs d’analyse (aux États-Unis, Free Caller Registry).'
        : `Faites signer l’appel avec l’attestation A${args.attest === 'none' ? ', car il ne porte aucune signature' : args.attest === '' ? '' : ` au lieu de ${args.attest}`}, et enregistrez le numéro auprès des fournisseurs d’analyse.`,
      'Regardez ce qui sort avec ce numéro : beaucoup d’appels courts, de faux numéros et d’appels sans réponse le font passer pour un robot d’appel.',
    ],
    limits: (args) => (args.kind === 'unwanted' ? 'On ne voit pas si une personne ou une liste a décidé.' : ''),
  } satisfies RuleWords<typeof callBlockedByAnalytics>,
  'stir-identity-dropped': {
    title: 'Champ Identity perdu en chemin',
    message: (args) =>
      `${capitalize(the(args.method))} de ${args.client} est arrivé à ${args.host} avec un champ Identity (${kindOf(args)}), et en est reparti vers ${args.server} ` +
      {
        dropped: 'sans lui',
        changed: `avec son jeton modifié${args.other === '' ? '' : `, signé par ${args.other}`}`,
        replaced: `avec un autre à sa place${args.other === '' ? '' : `, signé par ${args.other}`}`,
      }[args.kind] +
      '.',
    why: (args) =>
      args.kind === 'changed'
        ? 'Aucun vérificateur derrière lui ne juge la signature bonne : l’appel est refusé par 438 ou compte comme non vérifié.'
        : args.kind === 'dropped'
          ? 'Au-delà, l’appel compte comme non signé : l’appelé ne voit aucune marque de confiance, et les réseaux qui demandent une signature le refusent (428).'
          : 'Au-delà, un autre signataire répond de l’appelant, et l’attestation du premier a disparu.',
    fix: (args) =>
      args.kind === 'changed'
        ? [
            `Faites transmettre Identity octet par octet par ${args.host} : cherchez une limite de longueur, une règle d’en-tête, ou le repliement des longues lignes.`,
          ]
        : args.kind === 'dropped'
          ? [
              `Faites transmettre Identity par ${args.host} : ajoutez-le aux champs d’en-tête qu’il garde (règles d’en-tête du SBC, réglages de trunk du PBX).`,
              'Si l’appel a traversé une ligne sans SIP (TDM), faites-le signer de nouveau par la passerelle avec l’attestation C, ou employez STIR hors bande (RFC 8816).',
              'S’il a été supprimé pour garder le message petit, employez TCP ou TLS vers le saut suivant.',
            ]
          : [
              `Si ${args.host} n’a pas à signer des appels déjà signés, faites-lui transmettre Identity sans changement.`,
              'S’il renvoie l’appel, faites-lui ajouter un PASSporT div (RFC 8946) et garder le premier.',
            ],
    limits: (args) =>
      args.kind === 'changed'
        ? ''
        : args.kind === 'dropped'
          ? 'Un réseau peut retirer la signature à dessein après l’avoir vérifiée.'
          : 'Un réseau peut signer de nouveau à dessein.',
  } satisfies RuleWords<typeof stirIdentityDropped>,
  'stir-identity-malformed': {
    title: 'Champ Identity mal formé',
    message: (args) =>
      `Le champ Identity ${of(the(args.method))} de ${args.client} vers ${args.server} est ${args.kind === 'old-form' ? 'périmé' : 'mal formé'} : ${malformed[args.kind][0](args)}.`,
    why: (args) =>
      refusesSignature(args.status)
        ? 'L’appel a été refusé ; avec ce champ Identity, aucun vérificateur ne peut faire autrement.'
        : 'Un vérificateur refuse un tel appel par 438 ou le laisse passer comme non vérifié : l’appelé ne voit aucune marque de confiance, ou un avertissement.',
    fix: (args) => [
      malformed[args.kind][1](args),
      ...(malformed[args.kind][1] === resign ? [between(args)] : []),
      ...(args.kind === 'old-form'
        ? []
        : [
            'Décodez le jeton du premier saut qui le porte et comparez-le avec celui-ci : cela dit si le signataire ou un saut derrière lui est en cause.',
          ]),
    ],
  } satisfies RuleWords<typeof stirIdentityMalformed>,
  'stir-identity-missing': {
    title: 'Appel sans la signature demandée',
    message: (args) =>
      args.kind === 'asked'
        ? `${args.server} a refusé ${the(args.method)} de ${args.client} par 428 : il veut un appelant signé (Identity), et la requête n’a ${args.lost ? 'plus' : 'pas'} de signature.`
        : `${args.client} a envoyé à ${args.server} ${args.unsigned} des ${args.signed + args.unsigned} appels sans signature (Identity), et a signé tous les autres.`,
    why: (args) =>
      args.kind === 'asked'
        ? 'L’appel a été refusé : ce réseau ne laisse entrer aucun appel non signé.'
        : 'L’appelé voit ces appels comme non vérifiés, et les réseaux qui demandent une signature les refusent (428).',
    fix: (args) => [
      ...(args.kind === 'asked' && args.lost
        ? [`Faites transmettre le champ Identity par ${args.client} : l’appel en avait un à son arrivée.`]
        : []),
      `Faites signer l’appel par l’opérateur de l’appelant (STIR/SHAKEN), ou par ${args.client} lui-même avec l’attestation C s’il est la passerelle par où il entre.`,
      'Cherchez des routes sans le service de signature : un autre trunk, une bascule, un appel renvoyé, un numéro que le service ne connaît pas.',
      'Cherchez des SBC qui suppriment Identity, et des lignes sans SIP (TDM) sur le chemin.',
    ],
    limits: (args) =>
      args.kind === 'asked'
        ? ''
        : 'Les appels internes à un réseau, et vers des pays sans STIR, n’ont pas besoin de signature.',
  } satisfies RuleWords<typeof stirIdentityMissing>,
  'stir-number-mismatch': {
    title: 'Numéros différents de ceux qui sont signés',
    message: (args) => {
      const way = `${capitalize(the(args.method))} de ${args.client} à ${args.server}`;
      const key = args.certificate === '' ? '' : ` (sa signature est juste, faite avec la clé de ${args.certificate})`;
      return {
        caller: `${way} vient de ${args.sent} (${args.field}), et son PASSporT est signé pour un appelant ${args.signed}${key}.`,
        callee: `${way} va à ${args.sent} (${args.field}), et son PASSporT est signé pour un appel vers ${args.signed}${key}.`,
        diverted: `${way} a été renvoyé vers ${args.sent}, et son seul PASSporT est signé pour le numéro appelé avant, ${args.signed}${key}.`,
      }[args.kind];
    },
    why: (args) =>
      refusesSignature(args.status)
        ? 'L’appel a été refusé : pour un vérificateur, cela ressemble à une signature volée.'
        : 'Pour un vérificateur, cela ressemble à une signature volée : l’appelé voit l’appelant comme non vérifié, ou l’appel est refusé par 438.',
    fix: (args) =>
      args.kind === 'caller'
        ? [
            `Faites définir le numéro de l’appelant par ${args.client} avant la signature de l’appel, ou signez après lui : ${args.field} a été changé ou n’est pas ce que le signataire a pris.`,
            'Envoyez au signataire le numéro au format E.164 avec son plus, et ne touchez plus à From ni à P-Asserted-Identity derrière lui.',
          ]
        : [
            `Faites ajouter un PASSporT div (RFC 8946) à côté du premier par l’élément qui a redirigé l’appel vers ${args.sent}.`,
            `Si le numéro a seulement été normalisé ou porté, faites garder par ${args.client} le numéro appelé dans To.`,
          ],
    limits: ({ kind, field }) =>
      (kind === 'caller' && field !== 'From'
        ? 'Les vérificateurs comparent From ; qu’ils prennent P-Asserted-Identity à la place relève de leur politique (RFC 8224 §8). '
        : '') +
      'Les formes nationales, préfixes de numérotation et numéros courts sont tenus pour concordants, car aucun indicatif de pays n’est connu ici.',
  } satisfies RuleWords<typeof stirNumberMismatch>,
  'stir-passport-stale': {
    title: 'PASSporT trop vieux ou venu du futur',
    message: (args) => {
      const way = `${of(the(args.method))} de ${args.client} à ${args.server}`;
      return {
        reused: `Le PASSporT ${way} a été signé ${duration(args.age)} avant la création de la requête.`,
        future: `Le PASSporT ${way} porte une heure de signature postérieure de ${duration(args.age)} à la requête.`,
        held: `Le PASSporT ${way} était frais à son arrivée, et vieux de ${duration(args.age)} quand il a été relayé.`,
        clock: `PASSporT et Date ${way} sont à ${duration(args.age)} de l’heure des autres hôtes.`,
        refused: `${args.server} a refusé ${the(args.method)} de ${args.client} par 403 Stale Date : son PASSporT ou sa Date n’est pas à l’heure du vérificateur.`,
      }[args.kind];
    },
    why: (args) =>
      refusesSignature(args.status)
        ? 'L’appel a échoué : un vérificateur tient une vieille signature pour volée.'
        : 'Un vérificateur tient une vieille signature pour volée : il refuse l’appel (403 Stale Date) ou le marque comme non vérifié.',
    fix: (args) => [
      ...{
        reused: [
          `Faites signer chaque essai de nouveau par le signataire${behind(args)} : le jeton a été fait pour un essai antérieur, ou son horloge retarde (vérifiez-y NTP).`,
        ],
        future: [
          `Vérifiez l’horloge (NTP) du signataire${behind(args)} et de ${args.client} : l’une des deux est fausse.`,
        ],
        held: [
          `Faites demander une nouvelle signature par ${args.client} avant d’essayer la destination suivante, ou limitez recherche et attente à moins de ${duration(args.limit)}.`,
        ],
        clock: [
          `Vérifiez l’horloge (NTP) de ${args.client} et du signataire${behind(args)} : toutes deux diffèrent des autres hôtes.`,
        ],
        refused: [
          `Vérifiez les horloges (NTP) de ${args.server}, de ${args.client} et du signataire${behind(args)}.`,
          'Faites signer chaque essai de nouveau par le signataire, et cherchez des sauts qui mettent en file ou cherchent une cible avant de relayer la requête.',
        ],
      }[args.kind],
      `Si horloges et délais sont justes, allongez le temps que le vérificateur accepte (la RFC 8224 recommande ${duration(args.limit)}).`,
    ],
  } satisfies RuleWords<typeof stirPassportStale>,
  'stir-verification-failed': {
    title: 'Signature qui ne résiste pas à la vérification',
    message: (args) => {
      const way = `${the(args.method)} de ${args.client} à ${args.server}`;
      const reason = causes[args.cause];
      const because = reason === undefined ? '' : ` : ${reason}`;
      const right = args.right ? ` ; sa signature est pourtant juste, faite avec la clé de ${args.certificate}` : '';
      const then = args.status >= 400 ? ` ; la réponse a été ${args.status}` : '';
      return {
        refused: `${args.server} a refusé ${the(args.method)} de ${args.client} par ${args.cause} ${args.text}${because}${right}.`,
        noted: `${args.server} signale par ${args.cause}${args.text === '' ? '' : ` (${args.text})`} qu’il n’a pas pu vérifier ${the(args.method)} de ${args.client}${because}${right}.`,
        marked: `${capitalize(way)} porte la marque ${args.text} : un vérificateur avant lui n’a pas jugé la signature bonne${right}.`,
        signature: `La signature ${of(way)} ne correspond pas à ${args.certificate}, le certificat que nomme son x5u, ${args.fits === '' ? 'ni à aucun autre qui ait été donné' : `mais à ${args.fits}`}${then}.`,
        certificate: `${capitalize(way)} est signé avec la clé de ${args.certificate}, qui n’était pas valable à ce moment (${validity(args)})${then}.`,
      }[args.kind];
    },
    why: (args) =>
      args.kind === 'refused' || refusesSignature(args.status)
        ? 'L’appel n’est pas passé.'
        : 'L’appelé voit l’appelant comme non vérifié ou comme un risque, et peut ne pas répondre.',
    fix: (args) => [
      ...(args.kind === 'signature'
        ? [
            'Cherchez ce qui change le champ Identity derrière le signataire (ou From, To et Date, qui font partie d’un jeton sous forme compacte) : seul ce qui est inchangé correspond à la signature.',
            `Comparez la clé du signataire avec ${args.certificate} : lors d’un changement de clés, les deux doivent changer, et x5u doit nommer le nouveau certificat.`,
          ]
        : args.kind === 'certificate'
          ? [
              `Renouvelez le certificat${args.signer === '' ? '' : ` chez ${args.signer}`} et faites nommer le nouveau dans x5u par le signataire.`,
            ]
          : [
              ...(args.right
                ? [
                    `Comparez ce que dit le PASSporT avec ce que dit ${the(args.method)} (appelant, appelé, Date), et la liste de confiance de ${args.server} avec l’émetteur de ${args.certificate} : la signature elle-même est juste.`,
                  ]
                : []),
              remedies[args.cause]?.(args) ??
                'Demandez à celui qui vérifie (l’opérateur d’arrivée) ce qui a échoué : certificat, signature, heure ou numéros.',
            ]),
    ],
    limits: (args) =>
      args.kind === 'signature'
        ? 'Il n’a pas été vérifié si le certificat utilisé ici est celui qu’avait x5u à l’heure de l’appel, ni si son émetteur est de confiance.'
        : args.kind === 'certificate'
          ? 'Il n’a pas été vérifié si l’émetteur du certificat est de confiance.'
          : 'Les messages ne montrent pas ce que le vérificateur a vu.',
  } satisfies RuleWords<typeof stirVerificationFailed>,
};
