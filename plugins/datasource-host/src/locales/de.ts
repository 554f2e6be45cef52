import type { Texts } from '@orrery/sdk'

export default {
  'This machine': 'Dieser Rechner',
  'CPU, memory, disk, network and load of the machine, and event loop, requests and queries of the host.':
    'CPU, Speicher, Festplatte, Netz und Last des Rechners sowie Event Loop, Anfragen und Abfragen des Hosts.',
  'The machine that the host runs on, and the host itself, sampled every second and kept for an hour.':
    'Der Rechner, auf dem der Host läuft, und der Host selbst: jede Sekunde gemessen, eine Stunde lang behalten.',
  'CPU in use': 'CPU-Auslastung',
  'CPU by mode': 'CPU nach Modus',
  'Load average': 'Mittlere Last',
  'Memory in use, share': 'Belegter Speicher, Anteil',
  'Memory by use': 'Speicher nach Verwendung',
  'Swap in use': 'Belegter Auslagerungsspeicher',
  'Disk throughput': 'Festplattendurchsatz',
  'Network throughput': 'Netzdurchsatz',
  'Event loop delay of this host': 'Verzögerung der Event Loop dieses Hosts',
  'Memory of this host': 'Speicher dieses Hosts',
  'HTTP requests to this host': 'HTTP-Anfragen an diesen Host',
  'Queries of this host': 'Abfragen dieses Hosts',
  'Queries running': 'Laufende Abfragen',
  Metric: 'Metrik',
  Legend: 'Legende',
  'Name of each series; {{label}} is replaced by the label.':
    'Name jeder Reihe; {{label}} wird durch das Label ersetzt.',
  'Over time': 'Über die Zeit',
  Now: 'Jetzt',
  'File systems': 'Dateisysteme',
  Most: 'Höchstens',
  Processes: 'Prozesse',
  Query: 'Abfrage',
} satisfies Texts
