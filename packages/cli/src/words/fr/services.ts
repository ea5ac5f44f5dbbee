import type { Words } from '../en.ts';
import { count, list, plural, units } from './numbers.ts';

/** The words about Singer and MCP. */
export const services: Pick<Words, 'singer' | 'mcp'> = {
  singer: {
    noUse: (options) => `${options.join(' et ')} ne s’utilisent pas avec --singer.`,
    badState: (file) =>
      `${file} n’est pas un état Singer de ce programme. La valeur du dernier message STATE est attendue.`,
    badConfig: (file) =>
      `${file} n’est pas une configuration de ce programme. Un JSON avec start_date, et instance ou profile, est attendu.`,
    badCatalog: (file) =>
      `${file} n’est pas un catalogue Singer. Un JSON avec streams, tel que --discover l’affiche, est attendu.`,
    missingFile: (file) => `${file} n’existe pas.`,
    noConfig: '--config avec un fichier, ou --discover, est attendu.',
  },
  mcp: {
    http: 'Servir en Streamable HTTP, au lieu de l’entrée et de la sortie standard',
    port: 'Le port de --http ; 0 pour n’importe quel port libre',
    host: 'L’adresse d’écoute ; hors de la boucle locale, un jeton est exigé',
    allowHost: 'Un nom admis dans l’en-tête Host des requêtes, en plus de ceux de cette machine',
    tokenFile:
      'Un fichier qui contient le jeton exigé pour les requêtes HTTP ; sinon $SESSION_SERIES_MCP_TOKEN',
    listening: (url) => `Serveur MCP sur ${url}. Ctrl-C pour l’arrêter.`,
    tokenNeeded: (host) =>
      `--host ${host} est accessible depuis d’autres machines. Définissez un jeton avec --token-file ou $SESSION_SERIES_MCP_TOKEN.`,
    portTaken: (port) =>
      `Le port ${port} est déjà pris. Indiquez un autre --port, ou 0 pour n’importe quel port libre.`,
    instructions:
      'Nombre de sessions des applications et des segments, par jour ou par heure. Pour une question sur une période, ' +
      'appelez d’abord summarise_sessions ; get_sessions_series donne les points. Périodes : last="7d", ou from et to.',
    getTitle: 'Obtenir une série de sessions',
    getDescription: (max) =>
      `Renvoie les ${count(max)} points les plus récents au plus ; le lien de ressource donne toutes les lignes en CSV.`,
    summariseTitle: 'Résumer les sessions',
    summariseDescription:
      'Total, moyenne, jour ou heure le plus et le moins actif d’une période, comparés à la période précédente ou à l’année précédente.',
    listTitle: 'Lister applications et segments',
    listDescription:
      'Identifiants et noms des applications et segments configurés. D’autres peuvent exister.',
    from: 'Début : 2025-01-01, ou une date et heure',
    to: 'Fin, exclue ; maintenant si absent',
    last: 'À la place de from : 48h, 7d, 12w, 6mo, 1y',
    timeZone: 'Nom IANA ; UTC si absent',
    compare: 'À quoi comparer',
    tooLong: (points, limit) =>
      `La période compte ${count(points)} points, et ${count(limit)} au plus peuvent être renvoyés. ` +
      'Demandez unit "day", ou une période plus courte.',
    rowsTitle: 'Toutes les lignes en CSV',
    rowsDescription: 'Les lignes d’une série, d’après la demande d’un résultat d’outil',
    contractTitle: (language) => `Le contrat OpenAPI (${language})`,
    unknownArgument: (name, known) =>
      `L’argument ${name} n’existe pas. Arguments possibles : ${list(known)}.`,
    notText: (name, value) => `${name} vaut « ${value} ». Un texte est attendu.`,
    badRows: 'L’URI d’un lien de ressource renvoyé par un outil est attendue.',
    summary: (total, mean, points, unit) =>
      `${count(total)} sessions en ${plural(points, units[unit] ?? unit)}, ${count(Math.round(mean))} en moyenne.`,
    change: (percent, total, from, to) => `${percent} par rapport à ${count(total)} du ${from} au ${to}.`,
    extremes: (most, mostCount, least, leastCount) =>
      `Maximum : ${most} (${count(mostCount)}). Minimum : ${least} (${count(leastCount)}).`,
    unfinished: 'Le dernier point est encore en cours de comptage, et exclu de la comparaison.',
    known: (apps, segments) => `${plural(apps, 'application')} et ${plural(segments, 'segment')}.`,
    nothingKnown:
      'Aucun nom n’est configuré. Indiquez --names, ou utilisez les identifiants du tableau de bord.',
  },
};
