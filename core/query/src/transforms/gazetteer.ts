/** A place that texts may name. */
export interface Place {
  /** Two letters: ISO 3166-1 of countries, the postal code of states. */
  readonly id: string
  readonly name: string
  /** Degrees, of a point inside. */
  readonly latitude: number
  readonly longitude: number
}

export type PlaceList = 'countries' | 'usStates'

const read = new Map<PlaceList, ReadonlyMap<string, Place>>()

/** Finds the place that a text names: by a code, or by its English name, in any case. */
export function placeFinder(list: PlaceList): (text: string) => Place | undefined {
  let places = read.get(list)
  if (!places) read.set(list, (places = readPlaces(lists[list])))
  return (text) => places.get(toKey(text))
}

/** Letters without accents, and nothing else. */
const toKey = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/^the\s/, '')
    .replaceAll(/[^\p{L}]/gu, '')

function readPlaces(lines: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const line of lines.trim().split('\n')) {
    const [codes = '', latitude, longitude, ...words] = line.split(' ')
    const [id = '', ...otherCodes] = codes.split('/')
    const [name = '', ...otherNames] = words.join(' ').split(' | ')
    const place = { id, name, latitude: Number(latitude), longitude: Number(longitude) }
    for (const key of [id, ...otherCodes, name, ...otherNames]) places.set(toKey(key), place)
  }
  return places
}

// Codes, latitude, longitude, names.
const countries = `
AD/AND 42.5 1.6 Andorra
AE/ARE 23.9 54.3 United Arab Emirates | UAE
AF/AFG 33.8 66 Afghanistan
AG/ATG 17.1 -61.8 Antigua and Barbuda
AI/AIA 18.2 -63.1 Anguilla
AL/ALB 41.1 20 Albania
AM/ARM 40.3 45 Armenia
AO/AGO -12.3 17.5 Angola
AQ/ATA -80.5 0 Antarctica
AR/ARG -35.4 -65.2 Argentina
AS/ASM -14.3 -170.7 American Samoa
AT/AUT 47.6 14.1 Austria
AU/AUS -25.7 134.5 Australia
AW/ABW 12.5 -70 Aruba
AX/ALA 60.2 20 Åland Islands | Aland
AZ/AZE 40.3 47.5 Azerbaijan
BA/BIH 44.2 17.8 Bosnia and Herzegovina | Bosnia
BB/BRB 13.2 -59.6 Barbados
BD/BGD 23.9 90.2 Bangladesh
BE/BEL 50.6 4.6 Belgium
BF/BFA 12.3 -1.8 Burkina Faso
BG/BGR 42.8 25.2 Bulgaria
BH/BHR 26 50.5 Bahrain
BI/BDI -3.4 29.9 Burundi
BJ/BEN 9.6 2.3 Benin
BL/BLM 17.9 -62.8 Saint Barthélemy
BM/BMU 32.3 -64.8 Bermuda
BN/BRN 4.5 114.7 Brunei | Brunei Darussalam
BO/BOL -16.7 -64.7 Bolivia
BQ/BES 12.2 -68.3 Caribbean Netherlands | Bonaire
BR/BRA -10.8 -53.1 Brazil
BS/BHS 24.3 -76.6 Bahamas
BT/BTN 27.4 90.4 Bhutan
BV/BVT -54.4 3.4 Bouvet Island
BW/BWA -22.2 23.8 Botswana
BY/BLR 53.5 28 Belarus
BZ/BLZ 17.2 -88.7 Belize
CA/CAN 61.4 -98.3 Canada
CC/CCK -12.2 96.9 Cocos Islands | Cocos (Keeling) Islands
CD/COD -2.9 23.6 Democratic Republic of the Congo | DR Congo | Congo-Kinshasa
CF/CAF 6.6 20.5 Central African Republic
CG/COG -0.8 15.2 Republic of the Congo | Congo | Congo-Brazzaville
CH/CHE 46.8 8.2 Switzerland
CI/CIV 7.6 -5.6 Ivory Coast | Côte d'Ivoire
CK/COK -21.2 -159.8 Cook Islands
CL/CHL -37.7 -71.4 Chile
CM/CMR 5.7 12.7 Cameroon
CN/CHN 36.6 103.8 China
CO/COL 3.9 -73.1 Colombia
CR/CRI 10 -84.2 Costa Rica
CU/CUB 21.6 -79 Cuba
CV/CPV 16 -24 Cape Verde | Cabo Verde
CW/CUW 12.2 -69 Curaçao
CX/CXR -10.4 105.7 Christmas Island
CY/CYP 35 33.2 Cyprus
CZ/CZE 49.7 15.3 Czechia | Czech Republic
DE/DEU 51.1 10.4 Germany
DJ/DJI 11.7 42.6 Djibouti
DK/DNK 56 10 Denmark
DM/DMA 15.4 -61.4 Dominica
DO/DOM 18.9 -70.5 Dominican Republic
DZ/DZA 28.2 2.6 Algeria
EC/ECU -1.4 -78.8 Ecuador
EE/EST 58.7 25.5 Estonia
EG/EGY 26.5 29.9 Egypt
EH/ESH 24.2 -12.2 Western Sahara
ER/ERI 15.4 38.8 Eritrea
ES/ESP 40.2 -3.6 Spain
ET/ETH 8.6 39.6 Ethiopia
FI/FIN 64.5 26.3 Finland
FJ/FJI -17.8 178 Fiji
FK/FLK -51.7 -59.4 Falkland Islands
FM/FSM 6.9 158.2 Micronesia
FO/FRO 62 -6.9 Faroe Islands
FR/FRA 46.6 2.4 France
GA/GAB -0.6 11.8 Gabon
GB/GBR 54.1 -2.9 United Kingdom | UK | Great Britain | Britain
GD/GRD 12.1 -61.7 Grenada
GE/GEO 42.2 43.5 Georgia
GF/GUF 3.9 -53.2 French Guiana
GG/GGY 49.5 -2.6 Guernsey
GH/GHA 8 -1.2 Ghana
GI/GIB 36.1 -5.3 Gibraltar
GL/GRL 74.7 -41.4 Greenland
GM/GMB 13.4 -15.4 Gambia
GN/GIN 10.4 -10.9 Guinea
GP/GLP 16.2 -61.5 Guadeloupe
GQ/GNQ 1.7 10.3 Equatorial Guinea
GR/GRC 39.1 22.9 Greece
GS/SGS -54.4 -36.7 South Georgia and the South Sandwich Islands | South Georgia
GT/GTM 15.7 -90.4 Guatemala
GU/GUM 13.4 144.8 Guam
GW/GNB 12 -15 Guinea-Bissau
GY/GUY 4.8 -59 Guyana
HK/HKG 22.4 114.1 Hong Kong
HM/HMD -53.1 73.5 Heard Island and McDonald Islands
HN/HND 14.8 -86.6 Honduras
HR/HRV 45.1 16.4 Croatia
HT/HTI 18.9 -72.7 Haiti
HU/HUN 47.2 19.4 Hungary
ID/IDN -2.2 117.3 Indonesia
IE/IRL 53.2 -8.1 Ireland
IL/ISR 31.5 35 Israel
IM/IMN 54.2 -4.5 Isle of Man
IN/IND 22.9 79.6 India
IO/IOT -7.3 72.4 British Indian Ocean Territory
IQ/IRQ 33 43.7 Iraq
IR/IRN 32.6 54.3 Iran
IS/ISL 65 -18.6 Iceland
IT/ITA 42.8 12.1 Italy
JE/JEY 49.2 -2.1 Jersey
JM/JAM 18.2 -77.3 Jamaica
JO/JOR 31.2 36.8 Jordan
JP/JPN 37.6 138 Japan
KE/KEN 0.6 37.8 Kenya
KG/KGZ 41.5 74.5 Kyrgyzstan
KH/KHM 12.7 104.9 Cambodia
KI/KIR 1.9 -157.4 Kiribati
KM/COM -11.9 43.7 Comoros
KN/KNA 17.3 -62.7 Saint Kitts and Nevis
KP/PRK 40.2 127.2 North Korea
KR/KOR 36.4 127.8 South Korea | Korea
KW/KWT 29.3 47.6 Kuwait
KY/CYM 19.3 -81.2 Cayman Islands
KZ/KAZ 48.2 67.3 Kazakhstan
LA/LAO 18.5 103.7 Laos
LB/LBN 33.9 35.9 Lebanon
LC/LCA 13.9 -61 Saint Lucia
LI/LIE 47.1 9.5 Liechtenstein
LK/LKA 7.6 80.7 Sri Lanka
LR/LBR 6.5 -9.3 Liberia
LS/LSO -29.6 28.2 Lesotho
LT/LTU 55.3 23.9 Lithuania
LU/LUX 49.8 6.1 Luxembourg
LV/LVA 56.9 24.9 Latvia
LY/LBY 27 18 Libya
MA/MAR 31.9 -6.3 Morocco
MC/MCO 43.7 7.4 Monaco
MD/MDA 47.2 28.5 Moldova
ME/MNE 42.8 19.2 Montenegro
MF/MAF 18.1 -63.1 Saint Martin
MG/MDG -19.4 46.7 Madagascar
MH/MHL 7.1 171.2 Marshall Islands
MK/MKD 41.6 21.7 North Macedonia | Macedonia
ML/MLI 17.4 -3.5 Mali
MM/MMR 21.2 96.5 Myanmar | Burma
MN/MNG 46.8 103.1 Mongolia
MO/MAC 22.2 113.5 Macao | Macau
MP/MNP 15.2 145.7 Northern Mariana Islands
MQ/MTQ 14.7 -61 Martinique
MR/MRT 20.3 -10.3 Mauritania
MS/MSR 16.7 -62.2 Montserrat
MT/MLT 35.9 14.4 Malta
MU/MUS -20.3 57.6 Mauritius
MV/MDV 3.2 73.2 Maldives
MW/MWI -13.2 34.3 Malawi
MX/MEX 23.9 -102.5 Mexico
MY/MYS 3.8 109.7 Malaysia
MZ/MOZ -17.3 35.5 Mozambique
NA/NAM -22.1 17.2 Namibia
NC/NCL -21.3 165.7 New Caledonia
NE/NER 17.4 9.4 Niger
NF/NFK -29 168 Norfolk Island
NG/NGA 9.6 8.1 Nigeria
NI/NIC 12.8 -85 Nicaragua
NL/NLD 52.1 5.3 Netherlands | Holland
NO/NOR 64.5 11.5 Norway
NP/NPL 28.2 83.9 Nepal
NR/NRU -0.5 166.9 Nauru
NU/NIU -19 -169.9 Niue
NZ/NZL -41.8 171.5 New Zealand
OM/OMN 20.6 56.1 Oman
PA/PAN 8.5 -80.1 Panama
PE/PER -9.2 -74.4 Peru
PF/PYF -17.7 -149.4 French Polynesia
PG/PNG -6.5 145.2 Papua New Guinea
PH/PHL 11.8 122.9 Philippines
PK/PAK 29.9 69.3 Pakistan
PL/POL 52.1 19.4 Poland
PM/SPM 46.9 -56.3 Saint Pierre and Miquelon
PN/PCN -24.4 -128.3 Pitcairn Islands | Pitcairn
PR/PRI 18.2 -66.5 Puerto Rico
PS/PSE 31.9 35.2 Palestine
PT/PRT 39.6 -8 Portugal
PW/PLW 7.5 134.6 Palau
PY/PRY -23.2 -58.4 Paraguay
QA/QAT 25.3 51.2 Qatar
RE/REU -21.1 55.5 Réunion
RO/ROU 45.9 25 Romania
RS/SRB 44.2 20.8 Serbia
RU/RUS 62 96.7 Russia | Russian Federation
RW/RWA -2 29.9 Rwanda
SA/SAU 24.1 44.5 Saudi Arabia
SB/SLB -8.9 159.6 Solomon Islands
SC/SYC -4.7 55.5 Seychelles
SD/SDN 16 29.9 Sudan
SE/SWE 62.8 16.7 Sweden
SG/SGP 1.4 103.8 Singapore
SH/SHN -15.9 -5.7 Saint Helena
SI/SVN 46.1 14.8 Slovenia
SJ/SJM 78.5 18 Svalbard and Jan Mayen | Svalbard
SK/SVK 48.7 19.5 Slovakia
SL/SLE 8.6 -11.8 Sierra Leone
SM/SMR 43.9 12.5 San Marino
SN/SEN 14.4 -14.5 Senegal
SO/SOM 4.8 45.7 Somalia
SR/SUR 4.1 -55.9 Suriname
SS/SSD 7.3 30.2 South Sudan
ST/STP 0.4 6.7 São Tomé and Príncipe
SV/SLV 13.7 -88.9 El Salvador
SX/SXM 18 -63.1 Sint Maarten
SY/SYR 35 38.5 Syria
SZ/SWZ -26.6 31.5 Eswatini | Swaziland
TC/TCA 21.8 -71.8 Turks and Caicos Islands
TD/TCD 15.3 18.6 Chad
TF/ATF -49.3 69.2 French Southern Territories
TG/TGO 8.5 1 Togo
TH/THA 15.1 101 Thailand
TJ/TJK 38.5 71 Tajikistan
TK/TKL -9.2 -171.8 Tokelau
TL/TLS -8.8 125.8 Timor-Leste | East Timor
TM/TKM 39.1 59.4 Turkmenistan
TN/TUN 34.1 9.6 Tunisia
TO/TON -21.2 -175.2 Tonga
TR/TUR 39.1 35.2 Türkiye | Turkey
TT/TTO 10.5 -61.3 Trinidad and Tobago
TV/TUV -8 178.5 Tuvalu
TW/TWN 23.8 121 Taiwan
TZ/TZA -6.3 34.8 Tanzania
UA/UKR 49 31.4 Ukraine
UG/UGA 1.3 32.4 Uganda
UM/UMI 19.3 166.6 United States Minor Outlying Islands
US/USA 39.8 -98.6 United States | United States of America | America
UY/URY -32.8 -56 Uruguay
UZ/UZB 41.8 63.1 Uzbekistan
VA/VAT 41.9 12.5 Vatican City | Holy See | Vatican
VC/VCT 13.2 -61.2 Saint Vincent and the Grenadines | Saint Vincent
VE/VEN 7.1 -66.2 Venezuela
VG/VGB 18.5 -64.5 British Virgin Islands
VI/VIR 17.9 -64.8 United States Virgin Islands | US Virgin Islands
VN/VNM 16.6 106.3 Vietnam | Viet Nam
VU/VUT -16.2 167.7 Vanuatu
WF/WLF -13.9 -177.3 Wallis and Futuna
WS/WSM -13.8 -172.2 Samoa
XK/XKX 42.6 20.9 Kosovo
YE/YEM 15.9 47.6 Yemen
YT/MYT -12.8 45.1 Mayotte
ZA/ZAF -29 25.1 South Africa
ZM/ZMB -13.5 27.8 Zambia
ZW/ZWE -19 29.9 Zimbabwe
`

const usStates = `
AK 64.4 -152.6 Alaska
AL 32.8 -86.8 Alabama
AR 34.8 -92.4 Arkansas
AZ 34.3 -111.7 Arizona
CA 37.2 -119.5 California
CO 39 -105.5 Colorado
CT 41.6 -72.7 Connecticut
DC 38.9 -77 District of Columbia | Washington DC
DE 39 -75.5 Delaware
FL 28.3 -82.2 Florida
GA 32.6 -83.4 Georgia
HI 20.3 -156.4 Hawaii
IA 42.1 -93.5 Iowa
ID 44.4 -114.6 Idaho
IL 40 -89.2 Illinois
IN 39.9 -86.3 Indiana
KS 38.5 -98.4 Kansas
KY 37.5 -85.3 Kentucky
LA 31 -92 Louisiana
MA 42.3 -71.8 Massachusetts
MD 39 -76.8 Maryland
ME 45.4 -69.2 Maine
MI 44.3 -85.4 Michigan
MN 46.3 -94.3 Minnesota
MO 38.4 -92.5 Missouri
MS 32.7 -89.7 Mississippi
MT 47.1 -109.6 Montana
NC 35.6 -79.4 North Carolina
ND 47.5 -100.5 North Dakota
NE 41.5 -99.8 Nebraska
NH 43.7 -71.6 New Hampshire
NJ 40.2 -74.7 New Jersey
NM 34.4 -106.1 New Mexico
NV 39.3 -116.6 Nevada
NY 42.9 -75.5 New York
OH 40.3 -82.8 Ohio
OK 35.6 -97.5 Oklahoma
OR 43.9 -120.6 Oregon
PA 40.9 -77.8 Pennsylvania
PR 18.2 -66.5 Puerto Rico
RI 41.6 -71.5 Rhode Island
SC 33.9 -80.9 South Carolina
SD 44.4 -100.2 South Dakota
TN 35.9 -86.4 Tennessee
TX 31.5 -99.3 Texas
UT 39.3 -111.7 Utah
VA 37.5 -78.9 Virginia
VT 44.1 -72.7 Vermont
WA 47.4 -120.4 Washington
WI 44.6 -89.9 Wisconsin
WV 38.6 -80.6 West Virginia
WY 43 -107.6 Wyoming
`

const lists: Readonly<Record<PlaceList, string>> = { countries, usStates }
