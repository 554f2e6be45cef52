import type { Texts } from '@orrery/sdk'

/** What the host answers most often, by code; the others are shown in English, as the host says them. */
export const errors = {
  ACCESS_DENIED: 'Dafür fehlt die Berechtigung. Einen Verwalter um eine Rolle bitten, die es erlaubt.',
  ACTION_FAILED:
    'Die Aktion konnte nicht an {origin} gesendet werden: {reason}. Prüfen, ob das Ziel läuft, und die Adresse.',
  ACTION_HEADER_FORBIDDEN: 'Eine Aktion kann den Header „{name}“ nicht setzen. Ihn weglassen.',
  ACTION_INPUT_INVALID: 'Die Eingabe „{name}“ passt nicht zur Aktion. Sie berichtigen.',
  ACTION_NOT_FOUND: 'Das Panel „{panel}“ des Dashboards „{dashboard}“ hat diese Aktion nicht. Das Dashboard neu laden.',
  ACTION_ORIGIN_FORBIDDEN:
    'Dieser Host sendet keine Aktionen an {origin}. Wer ihn betreibt, kann dies in der Einstellung actionOrigins (ORRERY_ACTION_ORIGINS) erlauben.',
  ACTION_REDIRECT_FORBIDDEN:
    'Das Ziel der Aktion leitet nach {origin} weiter, wohin dieser Host keine Aktionen sendet. Jene Adresse in der Aktion nennen, oder sie in der Einstellung actionOrigins (ORRERY_ACTION_ORIGINS) erlauben.',
  ACTION_TIMEOUT:
    '{origin} hat die Aktion nicht innerhalb von {seconds} s beantwortet. Sie kann trotzdem ausgeführt sein: nachsehen, bevor sie erneut ausgeführt wird.',
  ACTION_URL_INVALID:
    'Die Aktion führt nach {url}; das ist keine Adresse mit http oder https, oder sie verlässt ihren Pfad. Die Aktion berichtigen, oder einen anderen Wert wählen.',
  ANNOTATION_NOT_FOUND: 'Die Anmerkung ist nicht mehr da. Sie wurde wohl gelöscht: neu laden.',
  ANNOTATION_REVERSED: 'Die Anmerkung endet, bevor sie beginnt. Die Zeiten tauschen, oder das Ende weglassen.',
  AUTHENTICATE_FAILED:
    'Wer angemeldet ist, ließ sich nicht feststellen. Erneut versuchen; warum, sagt das Log des Hosts unter der Trace-Id.',
  DATASOURCE_FAILED:
    'Das Plugin der Datenquellen vom Typ {type} ist fehlgeschlagen: {reason}. Die Einstellungen prüfen, dann das Log des Hosts.',
  DATASOURCE_TYPE_MISSING:
    'Für Datenquellen vom Typ „{type}“ gibt es kein Plugin. Es installieren oder einen anderen Typ wählen.',
  EXPRESSION_CYCLE: 'Der Ausdruck {refId} wird aus sich selbst berechnet. Einen im Kreis etwas anderes nehmen lassen.',
  EXPRESSION_INPUT_FAILED: 'Der Ausdruck {refId} wird nicht berechnet, weil {input} fehlgeschlagen ist: {reason}',
  EXPRESSION_INPUT_KIND: 'Aus {input} lässt sich nichts berechnen: {reason}',
  EXPRESSION_LARGE:
    'Der Ausdruck {refId} ergäbe {points} Punkte; höchstens {limit} werden berechnet. Weniger Reihen zusammenpassen lassen, oder weniger Punkte nehmen.',
  EXPRESSION_REF_UNKNOWN:
    'Der Ausdruck {refId} nimmt „{input}“; so heißt weder eine Abfrage noch eine Variable. Den Namen berichtigen, oder die Abfrage hinzufügen.',
  EXPRESSION_SERIES_NEEDED:
    'Der Ausdruck {refId} tastet {input} neu ab; das sind einzelne Zahlen und keine Reihen. Reihen nehmen, oder den Schritt weglassen.',
  EXPRESSION_SYNTAX: 'Der Ausdruck „{expression}“ ist nicht lesbar: {reason}',
  EXPRESSION_VALUES:
    'Eine Bedingung des Ausdrucks {refId} vergleicht mit einem Bereich, hat aber nur einen Wert. Beide Enden eingeben.',
  EXPRESSION_VARIABLE:
    'Der Ausdruck {refId} rechnet mit der Variable „{variable}“; sie ist „{value}“ und keine Zahl. Einen Wert wählen, der eine ist.',
  EXPRESSION_WINDOW:
    'Der Ausdruck {refId} tastet in Fenstern von {window} neu ab; keines davon endet im gezeigten Bereich. Ein kürzeres Fenster oder einen längeren Bereich wählen.',
  FORMAT_EXPRESSION_INVALID:
    'Die Schwelle „{expression}“ lässt sich nicht berechnen: {reason}. Zahlen, Variablen mit Zahlen, + - * / und Klammern verwenden.',
  HTTP_TIMEOUT: '{origin} hat nicht in {seconds} s geantwortet. Nach weniger fragen oder die Frist verlängern.',
  HTTP_UNREACHABLE: '{origin} ist nicht erreichbar: {reason}. Die Adresse prüfen, und ob der Dienst läuft.',
  HTTP_URL_INVALID: '„{url}“ ist keine http- oder https-Adresse. Die URL berichtigen.',
  INTERNAL: 'Der Host ist an dieser Anfrage gescheitert. Warum, sagt sein Log unter der Trace-Id.',
  NAMESPACE_NOT_FOUND: 'Den Namensraum „{namespace}“ gibt es nicht.',
  NOT_READY: 'Der Host nimmt gerade keine Anfragen an: {reasons}. Später erneut versuchen.',
  LIBRARY_PANEL_NOT_FOUND:
    'Das Panel „{library}“ der Bibliothek, das das Dashboard „{dashboard}“ als „{panel}“ zeigt, ist weg. Es wiederherstellen oder das Panel entfernen.',
  PANEL_NOT_FOUND: 'Das Dashboard „{dashboard}“ hat kein Panel „{panel}“. Das Dashboard neu laden.',
  PROMETHEUS_DENIED:
    '{url} hat die Anmeldung mit Status {status} abgelehnt. Benutzer, Passwort, Token und Header der Datenquelle prüfen, und den Mandanten (X-Scope-OrgID), wo es Mandanten gibt.',
  PROMETHEUS_EXECUTION_FAILED: 'Prometheus konnte die Abfrage nicht ausführen: {reason}.',
  PROMETHEUS_MATCH_AMBIGUOUS:
    'Prometheus kann nicht sagen, welche Reihen beider Seiten zusammengehören: {reason}. Die Labels mit on() oder ignoring() nennen, group_left oder group_right angeben, oder eine Seite zusammenfassen.',
  PROMETHEUS_NOT_READY:
    '{url} nimmt gerade keine Abfragen an, wie ein Server beim Starten oder Anhalten. Bald erneut versuchen; wenn es so bleibt, sein Log ansehen.',
  PROMETHEUS_POINTS_EXCEEDED:
    'So viele Punkte lehnt Prometheus ab: {reason}. Einen kürzeren Bereich oder einen größeren kleinsten Schritt wählen.',
  PROMETHEUS_SAMPLES_EXCEEDED:
    'Die Abfrage braucht mehr Messwerte, als Prometheus lädt: {reason}. Weniger Reihen oder einen kürzeren Bereich wählen, oder eine Aufzeichnungsregel verwenden.',
  PROMETHEUS_QUERY_INVALID: 'Prometheus kann die Abfrage nicht lesen: {reason}. Das PromQL berichtigen.',
  PROMETHEUS_TIMEOUT:
    'Prometheus hat die Abfrage abgebrochen: {reason}. Nach einem kürzeren Bereich oder weniger Reihen fragen.',
  PROMQL_UNREADABLE: 'Das PromQL ist ab Zeichen {position} nicht lesbar: {found}. Dort berichtigen.',
  QUERY_FAILED:
    'Die Abfrage {refId} ist in der Datenquelle „{datasource}“ fehlgeschlagen. Den Grund nennt das Log des Hosts.',
  QUERY_SUSPENDED:
    'Die Datenquelle „{datasource}“ ist {failures}-mal hintereinander fehlgeschlagen und wird {seconds} s in Ruhe gelassen. Der letzte Grund: {reason}',
  QUERY_TIMEOUT:
    'Die Datenquelle „{datasource}“ hat nicht in {seconds} s geantwortet. Nach weniger fragen oder ihre Frist verlängern.',
  QUERY_VARIABLE_FORBIDDEN:
    'Die Variable „{variable}“ lässt diesen Wert nicht zu. Einen wählen, den das Dashboard anbietet.',
  QUERY_VARIABLE_FORMAT: 'Das Format „{format}“ gibt es für „{variable}“ nicht. Ein anderes verwenden oder keines.',
  QUERY_VARIABLE_RAW:
    'Die Variable „{variable}“ kann eingetippten Text enthalten, den keine Abfrage als „{format}“ nimmt. Das Format weglassen.',
  QUERY_VARIABLE_UNKNOWN: 'Die Variable „{variable}“ gibt es nicht. Den Namen berichtigen.',
  PATTERN_INVALID: 'Das Muster „{pattern}“ einer Variable ist nicht verwendbar. Es berichtigen oder vereinfachen.',
  VARIABLE_NOT_FOUND: 'Das Dashboard hat keine Variable „{variable}“ mit Werten. Neu laden.',
  RATE_LIMITED: 'Zu viele Anfragen in einer Minute. {seconds} s warten und erneut versuchen.',
  REQUEST_TOO_LARGE: 'Die Anfrage ist größer als {limit} Bytes. Weniger auf einmal senden.',
  RESOURCE_CONFLICT: 'Dies wurde inzwischen von jemand anderem geändert. Neu laden und die Änderung wiederholen.',
  RESOURCE_EXISTS: 'Diese Id gibt es schon. Eine andere wählen, oder das Vorhandene ändern.',
  RESOURCE_MANAGED:
    'Dies wird von {managedBy} verwaltet und ist hier schreibgeschützt. Dort ändern, oder unter einer anderen Id kopieren.',
  RESOURCE_NOT_FOUND: 'Das gibt es nicht, oder nicht mehr. Die Id prüfen, oder es anlegen.',
  REVISION_NOT_FOUND: 'Das Dashboard „{dashboard}“ hat keine Revision „{revision}“. Das Dashboard neu laden.',
  ROUTE_NOT_FOUND: 'Unter {path} gibt es nichts. Die Adresse prüfen.',
  SERVER_STOPPING: 'Der Host hält gerade an. Nach seinem Neustart erneut versuchen.',
  SETUP_DONE: 'Dieser Host ist schon eingerichtet. Stattdessen anmelden.',
  SETUP_TOKEN_INVALID: 'Dieser Einrichtungslink gilt nicht. Den Link nehmen, den der Host beim letzten Start ausgab.',
  SIGN_IN_FAILED: 'Name oder Passwort ist falsch. Erneut versuchen.',
  SIGN_IN_OFF:
    'Hier meldet sich niemand mit Name und Passwort an. Den Host unter der Adresse öffnen, unter der die Organisation anmeldet.',
  SIGN_IN_LIMITED: 'Zu viele fehlgeschlagene Anmeldungen. {seconds} s warten und erneut versuchen.',
  SIGN_IN_NEEDED: 'Niemand ist angemeldet, oder die Sitzung ist beendet. Anmelden und erneut versuchen.',
  STORE_UNAVAILABLE:
    'Der Speicher des Hosts arbeitet gerade nicht: {reason}. Nichts wurde ausgeführt; erneut versuchen, wenn er wieder arbeitet.',
  TIME_INVALID:
    '„{expression}“ ist keine Zeit. Schreibweisen: now, now-1h, now-1d/d, now/fQ, ein Datum nach ISO 8601, oder Millisekunden seit 1970.',
  TIME_RANGE_REVERSED: 'Der Bereich beginnt mit {from} nach seinem Ende {to}. Beide tauschen.',
  TOKEN_NOT_FOUND: 'Das Zugriffstoken „{id}“ gibt es nicht. Die Liste neu laden.',
  USER_EXISTS: 'Den Benutzer „{name}“ gibt es schon. Einen anderen Namen wählen.',
} satisfies Texts
