import type { Texts } from '@orrery/sdk'

/** Panels of the library: on dashboards, while they are edited, and in their list. */
export const libraryPanels = {
  'Panel of the library': 'Panel der Bibliothek',
  'A panel of the library': 'Ein Panel der Bibliothek',
  'Add a panel of the library': 'Panel der Bibliothek hinzufügen',
  'It is shown here as it is in the library: whoever changes it changes it everywhere.':
    'Hier wird es gezeigt, wie es in der Bibliothek ist: wer es ändert, ändert es überall.',
  'The library cannot be shown': 'Die Bibliothek kann nicht gezeigt werden',
  'The library is empty': 'Die Bibliothek ist leer',
  '“Save to the library” in the menu of a panel puts it here.':
    '„In der Bibliothek speichern“ im Menü eines Panels legt es hier ab.',
  'Search the library': 'Bibliothek durchsuchen',
  'No library panel matches “{search}”': 'Kein Panel der Bibliothek passt zu „{search}“',
  'Library panel': 'Panel der Bibliothek',
  'Library panels': 'Panels der Bibliothek',
  '{count} found': '{count} gefunden',
  'It was not added': 'Nicht hinzugefügt',
  'shown on no dashboard': 'auf keinem Dashboard gezeigt',
  'shown on {count} dashboard | shown on {count} dashboards':
    'auf {count} Dashboard gezeigt | auf {count} Dashboards gezeigt',
  'Save to the library': 'In der Bibliothek speichern',
  'Other dashboards can show it then. The panel stays where it is.':
    'Dann können es andere Dashboards zeigen. Das Panel bleibt, wo es ist.',
  'Title in the library': 'Titel in der Bibliothek',
  'Unlink from the library': 'Von der Bibliothek lösen',
  Unlink: 'Lösen',
  'Dashboards that show it': 'Dashboards, die es zeigen',
  'No saved dashboard shows it.': 'Kein gespeichertes Dashboard zeigt es.',
  'Show the dashboards': 'Dashboards zeigen',
  'Hide the dashboards': 'Dashboards verbergen',
  '{title} of the library': '{title} aus der Bibliothek',
  '{title} of the library, {usages}': '{title} aus der Bibliothek, {usages}',
  'What you change here changes on all of them when the dashboard is saved.':
    'Was hier geändert wird, ändert sich mit dem Speichern des Dashboards auf allen.',
  'It is managed by {manager}, and cannot be changed here. Unlinked, it is a panel of this dashboard alone.':
    'Es wird von {manager} verwaltet und kann hier nicht geändert werden. Gelöst ist es ein Panel dieses Dashboards allein.',
  'The library panel {id} is gone. Choose another.': 'Das Panel {id} der Bibliothek ist weg. Ein anderes wählen.',
  'The library panel {id} is gone. Unlink it, and save again.':
    'Das Panel {id} der Bibliothek ist weg. Es lösen und noch einmal speichern.',
  'The library panel {id} is gone. Restore it in the library, or remove this panel.':
    'Das Panel {id} der Bibliothek ist weg. Es in der Bibliothek wiederherstellen oder dieses Panel entfernen.',
  'Add library panel {title}': 'Panel {title} der Bibliothek hinzufügen',
  'Save panel {title} to the library': 'Panel {title} in der Bibliothek speichern',
  'Unlink panel {title} from the library': 'Panel {title} von der Bibliothek lösen',
  'Take over the library panel {title}': 'Panel {title} der Bibliothek übernehmen',
  '{title} is in the library. Save the dashboard to show it from there.':
    '{title} ist in der Bibliothek. Das Dashboard speichern, damit es von dort gezeigt wird.',
  '{title} of the library changes on all dashboards that show it.':
    '{title} aus der Bibliothek ändert sich auf allen Dashboards, die es zeigen.',
  '{title} of the library was saved by somebody else meanwhile':
    '{title} aus der Bibliothek wurde inzwischen von jemand anderem gespeichert',
  'Take theirs over, which undo takes back, or replace it with yours; then save again.':
    'Die andere Fassung übernehmen, was sich rückgängig machen lässt, oder durch die eigene ersetzen; dann noch einmal speichern.',
  '{title}: {usages}': '{title}: {usages}',
  'Dashboards show it: remove it there, or unlink it, first.':
    'Dashboards zeigen es: es dort zuerst entfernen oder lösen.',
  'It can be restored from the list of what was deleted.':
    'Es lässt sich aus der Liste des Gelöschten wiederherstellen.',
  History: 'Verlauf',
  'History of {name}': 'Verlauf von {name}',
  'Restore the version from {when}': 'Die Version vom {when} wiederherstellen',
  'What is restored changes on all dashboards that show it.':
    'Was wiederhergestellt wird, ändert sich auf allen Dashboards, die es zeigen.',
  'Library panels that are not here: which ones are shown instead?':
    'Panels der Bibliothek, die es hier nicht gibt: welche werden stattdessen gezeigt?',
  'Without one, its place says that it is gone.': 'Ohne eines sagt sein Platz, dass es weg ist.',
  'Take over theirs': 'Die andere Fassung übernehmen',
} satisfies Texts
