extension ZoneRules {
    /// The offset from UTC at the start of 2024, in minutes; then each change until the end of 2030, in UTC, with the
    /// offset from then on; then the zones that keep these rules.
    ///
    /// From the IANA time zone database (public domain) as packed by tzdata 2026.6 (Apache-2.0).
    static let table = """
        offset -660
        zones Pacific/Niue Pacific/Pago_Pago
        offset -600
        zones Pacific/Honolulu Pacific/Rarotonga Pacific/Tahiti
        offset -540
        from 2024-03-10T11:00 -480
        from 2024-11-03T10:00 -540
        from 2025-03-09T11:00 -480
        from 2025-11-02T10:00 -540
        from 2026-03-08T11:00 -480
        from 2026-11-01T10:00 -540
        from 2027-03-14T11:00 -480
        from 2027-11-07T10:00 -540
        from 2028-03-12T11:00 -480
        from 2028-11-05T10:00 -540
        from 2029-03-11T11:00 -480
        from 2029-11-04T10:00 -540
        from 2030-03-10T11:00 -480
        from 2030-11-03T10:00 -540
        zones America/Anchorage
        offset -480
        from 2024-03-10T10:00 -420
        from 2024-11-03T09:00 -480
        from 2025-03-09T10:00 -420
        from 2025-11-02T09:00 -480
        from 2026-03-08T10:00 -420
        from 2026-11-01T09:00 -480
        from 2027-03-14T10:00 -420
        from 2027-11-07T09:00 -480
        from 2028-03-12T10:00 -420
        from 2028-11-05T09:00 -480
        from 2029-03-11T10:00 -420
        from 2029-11-04T09:00 -480
        from 2030-03-10T10:00 -420
        from 2030-11-03T09:00 -480
        zones America/Los_Angeles America/Vancouver
        offset -420
        from 2024-03-10T09:00 -360
        from 2024-11-03T08:00 -420
        from 2025-03-09T09:00 -360
        from 2025-11-02T08:00 -420
        from 2026-03-08T09:00 -360
        from 2026-11-01T08:00 -420
        from 2027-03-14T09:00 -360
        from 2027-11-07T08:00 -420
        from 2028-03-12T09:00 -360
        from 2028-11-05T08:00 -420
        from 2029-03-11T09:00 -360
        from 2029-11-04T08:00 -420
        from 2030-03-10T09:00 -360
        from 2030-11-03T08:00 -420
        zones America/Denver America/Edmonton
        offset -420
        zones America/Phoenix America/Whitehorse
        offset -360
        zones America/Belize America/Costa_Rica America/El_Salvador America/Guatemala America/Managua America/Merida
        zones America/Mexico_City America/Monterrey America/Tegucigalpa
        offset -360
        from 2024-03-10T08:00 -300
        from 2024-11-03T07:00 -360
        from 2025-03-09T08:00 -300
        from 2025-11-02T07:00 -360
        from 2026-03-08T08:00 -300
        from 2026-11-01T07:00 -360
        from 2027-03-14T08:00 -300
        from 2027-11-07T07:00 -360
        from 2028-03-12T08:00 -300
        from 2028-11-05T07:00 -360
        from 2029-03-11T08:00 -300
        from 2029-11-04T07:00 -360
        from 2030-03-10T08:00 -300
        from 2030-11-03T07:00 -360
        zones America/Chicago America/Winnipeg
        offset -300
        zones America/Bogota America/Cancun America/Cayman America/Guayaquil America/Jamaica America/Lima
        zones America/Panama
        offset -300
        from 2024-03-10T07:00 -240
        from 2024-11-03T06:00 -300
        from 2025-03-09T07:00 -240
        from 2025-11-02T06:00 -300
        from 2026-03-08T07:00 -240
        from 2026-11-01T06:00 -300
        from 2027-03-14T07:00 -240
        from 2027-11-07T06:00 -300
        from 2028-03-12T07:00 -240
        from 2028-11-05T06:00 -300
        from 2029-03-11T07:00 -240
        from 2029-11-04T06:00 -300
        from 2030-03-10T07:00 -240
        from 2030-11-03T06:00 -300
        zones America/Detroit America/Grand_Turk America/Nassau America/New_York America/Port-au-Prince
        zones America/Toronto
        offset -300
        from 2024-03-10T05:00 -240
        from 2024-11-03T05:00 -300
        from 2025-03-09T05:00 -240
        from 2025-11-02T05:00 -300
        from 2026-03-08T05:00 -240
        from 2026-11-01T05:00 -300
        from 2027-03-14T05:00 -240
        from 2027-11-07T05:00 -300
        from 2028-03-12T05:00 -240
        from 2028-11-05T05:00 -300
        from 2029-03-11T05:00 -240
        from 2029-11-04T05:00 -300
        from 2030-03-10T05:00 -240
        from 2030-11-03T05:00 -300
        zones America/Havana
        offset -240
        zones America/Anguilla America/Antigua America/Aruba America/Barbados America/Boa_Vista America/Caracas
        zones America/Curacao America/Dominica America/Grenada America/Guadeloupe America/Guyana America/La_Paz
        zones America/Lower_Princes America/Manaus America/Martinique America/Port_of_Spain America/Puerto_Rico
        zones America/Santo_Domingo America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent
        zones America/Tortola
        offset -240
        from 2024-03-10T06:00 -180
        from 2024-11-03T05:00 -240
        from 2025-03-09T06:00 -180
        from 2025-11-02T05:00 -240
        from 2026-03-08T06:00 -180
        from 2026-11-01T05:00 -240
        from 2027-03-14T06:00 -180
        from 2027-11-07T05:00 -240
        from 2028-03-12T06:00 -180
        from 2028-11-05T05:00 -240
        from 2029-03-11T06:00 -180
        from 2029-11-04T05:00 -240
        from 2030-03-10T06:00 -180
        from 2030-11-03T05:00 -240
        zones America/Halifax Atlantic/Bermuda
        offset -210
        from 2024-03-10T05:30 -150
        from 2024-11-03T04:30 -210
        from 2025-03-09T05:30 -150
        from 2025-11-02T04:30 -210
        from 2026-03-08T05:30 -150
        from 2026-11-01T04:30 -210
        from 2027-03-14T05:30 -150
        from 2027-11-07T04:30 -210
        from 2028-03-12T05:30 -150
        from 2028-11-05T04:30 -210
        from 2029-03-11T05:30 -150
        from 2029-11-04T04:30 -210
        from 2030-03-10T05:30 -150
        from 2030-11-03T04:30 -210
        zones America/St_Johns
        offset -180
        zones America/Argentina/Buenos_Aires America/Argentina/Cordoba America/Argentina/Mendoza
        zones America/Argentina/Salta America/Argentina/Ushuaia America/Bahia America/Cayenne America/Fortaleza
        zones America/Montevideo America/Paramaribo America/Punta_Arenas America/Recife America/Sao_Paulo
        zones Atlantic/Stanley
        offset -180
        from 2024-03-24T03:00 -240
        from 2024-10-06T04:00 -180
        zones America/Asuncion
        offset -180
        from 2024-03-10T05:00 -120
        from 2024-11-03T04:00 -180
        from 2025-03-09T05:00 -120
        from 2025-11-02T04:00 -180
        from 2026-03-08T05:00 -120
        from 2026-11-01T04:00 -180
        from 2027-03-14T05:00 -120
        from 2027-11-07T04:00 -180
        from 2028-03-12T05:00 -120
        from 2028-11-05T04:00 -180
        from 2029-03-11T05:00 -120
        from 2029-11-04T04:00 -180
        from 2030-03-10T05:00 -120
        from 2030-11-03T04:00 -180
        zones America/Miquelon
        offset -180
        from 2024-04-07T03:00 -240
        from 2024-09-08T04:00 -180
        from 2025-04-06T03:00 -240
        from 2025-09-07T04:00 -180
        from 2026-04-05T03:00 -240
        from 2026-09-06T04:00 -180
        from 2027-04-04T03:00 -240
        from 2027-09-05T04:00 -180
        from 2028-04-02T03:00 -240
        from 2028-09-03T04:00 -180
        from 2029-04-08T03:00 -240
        from 2029-09-02T04:00 -180
        from 2030-04-07T03:00 -240
        from 2030-09-08T04:00 -180
        zones America/Santiago
        offset -120
        from 2024-03-31T01:00 -60
        from 2024-10-27T01:00 -120
        from 2025-03-30T01:00 -60
        from 2025-10-26T01:00 -120
        from 2026-03-29T01:00 -60
        from 2026-10-25T01:00 -120
        from 2027-03-28T01:00 -60
        from 2027-10-31T01:00 -120
        from 2028-03-26T01:00 -60
        from 2028-10-29T01:00 -120
        from 2029-03-25T01:00 -60
        from 2029-10-28T01:00 -120
        from 2030-03-31T01:00 -60
        from 2030-10-27T01:00 -120
        zones America/Nuuk
        offset -60
        zones Atlantic/Cape_Verde
        offset 0
        zones Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Bissau Africa/Conakry Africa/Dakar
        zones Africa/Freetown Africa/Lome Africa/Monrovia Africa/Nouakchott Africa/Ouagadougou Africa/Sao_Tome
        zones Atlantic/Reykjavik Atlantic/St_Helena UTC
        offset 0
        from 2024-03-31T01:00 60
        from 2024-10-27T01:00 0
        from 2025-03-30T01:00 60
        from 2025-10-26T01:00 0
        from 2026-03-29T01:00 60
        from 2026-10-25T01:00 0
        from 2027-03-28T01:00 60
        from 2027-10-31T01:00 0
        from 2028-03-26T01:00 60
        from 2028-10-29T01:00 0
        from 2029-03-25T01:00 60
        from 2029-10-28T01:00 0
        from 2030-03-31T01:00 60
        from 2030-10-27T01:00 0
        zones Atlantic/Faroe Atlantic/Madeira Europe/Dublin Europe/Guernsey Europe/Isle_of_Man Europe/Jersey
        zones Europe/Lisbon Europe/London
        offset 60
        zones Africa/Algiers Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Lagos
        zones Africa/Libreville Africa/Luanda Africa/Malabo Africa/Ndjamena Africa/Niamey Africa/Porto-Novo
        zones Africa/Tunis
        offset 60
        from 2024-03-10T02:00 0
        from 2024-04-14T02:00 60
        from 2025-02-23T02:00 0
        from 2025-04-06T02:00 60
        from 2026-02-15T02:00 0
        from 2026-03-22T02:00 60
        from 2027-02-07T02:00 0
        from 2027-03-14T02:00 60
        from 2028-01-23T02:00 0
        from 2028-03-05T02:00 60
        from 2029-01-14T02:00 0
        from 2029-02-18T02:00 60
        from 2029-12-30T02:00 0
        from 2030-02-10T02:00 60
        from 2030-12-22T02:00 0
        zones Africa/Casablanca Africa/El_Aaiun
        offset 60
        from 2024-03-31T01:00 120
        from 2024-10-27T01:00 60
        from 2025-03-30T01:00 120
        from 2025-10-26T01:00 60
        from 2026-03-29T01:00 120
        from 2026-10-25T01:00 60
        from 2027-03-28T01:00 120
        from 2027-10-31T01:00 60
        from 2028-03-26T01:00 120
        from 2028-10-29T01:00 60
        from 2029-03-25T01:00 120
        from 2029-10-28T01:00 60
        from 2030-03-31T01:00 120
        from 2030-10-27T01:00 60
        zones Arctic/Longyearbyen Europe/Amsterdam Europe/Andorra Europe/Belgrade Europe/Berlin Europe/Bratislava
        zones Europe/Brussels Europe/Budapest Europe/Copenhagen Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg
        zones Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague
        zones Europe/Rome Europe/San_Marino Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Tirane
        zones Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich
        offset 120
        zones Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Johannesburg Africa/Juba
        zones Africa/Khartoum Africa/Kigali Africa/Lusaka Africa/Maputo Africa/Maseru Africa/Mbabane Africa/Tripoli
        zones Africa/Windhoek
        offset 120
        from 2024-04-25T22:00 180
        from 2024-10-31T21:00 120
        from 2025-04-24T22:00 180
        from 2025-10-30T21:00 120
        from 2026-04-23T22:00 180
        from 2026-10-29T21:00 120
        from 2027-04-29T22:00 180
        from 2027-10-28T21:00 120
        from 2028-04-27T22:00 180
        from 2028-10-26T21:00 120
        from 2029-04-26T22:00 180
        from 2029-10-25T21:00 120
        from 2030-04-25T22:00 180
        from 2030-10-31T21:00 120
        zones Africa/Cairo
        offset 120
        from 2024-03-30T22:00 180
        from 2024-10-26T21:00 120
        from 2025-03-29T22:00 180
        from 2025-10-25T21:00 120
        from 2026-03-28T22:00 180
        from 2026-10-24T21:00 120
        from 2027-03-27T22:00 180
        from 2027-10-30T21:00 120
        from 2028-03-25T22:00 180
        from 2028-10-28T21:00 120
        from 2029-03-24T22:00 180
        from 2029-10-27T21:00 120
        from 2030-03-30T22:00 180
        from 2030-10-26T21:00 120
        zones Asia/Beirut
        offset 120
        from 2024-04-20T00:00 180
        from 2024-10-25T23:00 120
        from 2025-04-12T00:00 180
        from 2025-10-24T23:00 120
        from 2026-03-28T00:00 180
        from 2026-10-23T23:00 120
        from 2027-03-27T00:00 180
        from 2027-10-29T23:00 120
        from 2028-03-25T00:00 180
        from 2028-10-27T23:00 120
        from 2029-03-24T00:00 180
        from 2029-10-26T23:00 120
        from 2030-03-30T00:00 180
        from 2030-10-25T23:00 120
        zones Asia/Hebron
        offset 120
        from 2024-03-29T00:00 180
        from 2024-10-26T23:00 120
        from 2025-03-28T00:00 180
        from 2025-10-25T23:00 120
        from 2026-03-27T00:00 180
        from 2026-10-24T23:00 120
        from 2027-03-26T00:00 180
        from 2027-10-30T23:00 120
        from 2028-03-24T00:00 180
        from 2028-10-28T23:00 120
        from 2029-03-23T00:00 180
        from 2029-10-27T23:00 120
        from 2030-03-29T00:00 180
        from 2030-10-26T23:00 120
        zones Asia/Jerusalem
        offset 120
        from 2024-03-31T01:00 180
        from 2024-10-27T01:00 120
        from 2025-03-30T01:00 180
        from 2025-10-26T01:00 120
        from 2026-03-29T01:00 180
        from 2026-10-25T01:00 120
        from 2027-03-28T01:00 180
        from 2027-10-31T01:00 120
        from 2028-03-26T01:00 180
        from 2028-10-29T01:00 120
        from 2029-03-25T01:00 180
        from 2029-10-28T01:00 120
        from 2030-03-31T01:00 180
        from 2030-10-27T01:00 120
        zones Asia/Nicosia Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Kyiv Europe/Riga Europe/Sofia
        zones Europe/Tallinn Europe/Vilnius
        offset 120
        from 2024-03-31T00:00 180
        from 2024-10-27T00:00 120
        from 2025-03-30T00:00 180
        from 2025-10-26T00:00 120
        from 2026-03-29T00:00 180
        from 2026-10-25T00:00 120
        from 2027-03-28T00:00 180
        from 2027-10-31T00:00 120
        from 2028-03-26T00:00 180
        from 2028-10-29T00:00 120
        from 2029-03-25T00:00 180
        from 2029-10-28T00:00 120
        from 2030-03-31T00:00 180
        from 2030-10-27T00:00 120
        zones Europe/Chisinau
        offset 180
        zones Africa/Addis_Ababa Africa/Asmara Africa/Dar_es_Salaam Africa/Djibouti Africa/Kampala Africa/Mogadishu
        zones Africa/Nairobi Asia/Aden Asia/Amman Asia/Baghdad Asia/Bahrain Asia/Damascus Asia/Kuwait Asia/Qatar
        zones Asia/Riyadh Europe/Istanbul Europe/Minsk Europe/Moscow Indian/Antananarivo Indian/Comoro
        zones Indian/Mayotte
        offset 210
        zones Asia/Tehran
        offset 240
        zones Asia/Baku Asia/Dubai Asia/Muscat Asia/Tbilisi Asia/Yerevan Indian/Mahe Indian/Mauritius Indian/Reunion
        offset 270
        zones Asia/Kabul
        offset 300
        zones Asia/Ashgabat Asia/Dushanbe Asia/Karachi Asia/Samarkand Asia/Tashkent Indian/Maldives
        offset 330
        zones Asia/Colombo Asia/Kolkata
        offset 345
        zones Asia/Kathmandu
        offset 360
        from 2024-02-29T18:00 300
        zones Asia/Almaty
        offset 360
        zones Asia/Bishkek Asia/Dhaka Asia/Thimphu
        offset 390
        zones Asia/Yangon
        offset 420
        zones Asia/Bangkok Asia/Ho_Chi_Minh Asia/Jakarta Asia/Novosibirsk Asia/Phnom_Penh Asia/Vientiane
        offset 480
        zones Asia/Brunei Asia/Hong_Kong Asia/Kuala_Lumpur Asia/Kuching Asia/Macau Asia/Makassar Asia/Manila
        zones Asia/Shanghai Asia/Singapore Asia/Taipei Asia/Ulaanbaatar Australia/Perth
        offset 540
        zones Asia/Dili Asia/Pyongyang Asia/Seoul Asia/Tokyo
        offset 570
        zones Australia/Darwin
        offset 600
        zones Asia/Vladivostok Australia/Brisbane Pacific/Guam Pacific/Port_Moresby Pacific/Saipan
        offset 630
        from 2024-04-06T16:30 570
        from 2024-10-05T16:30 630
        from 2025-04-05T16:30 570
        from 2025-10-04T16:30 630
        from 2026-04-04T16:30 570
        from 2026-10-03T16:30 630
        from 2027-04-03T16:30 570
        from 2027-10-02T16:30 630
        from 2028-04-01T16:30 570
        from 2028-09-30T16:30 630
        from 2029-03-31T16:30 570
        from 2029-10-06T16:30 630
        from 2030-04-06T16:30 570
        from 2030-10-05T16:30 630
        zones Australia/Adelaide
        offset 660
        from 2024-04-06T16:00 600
        from 2024-10-05T16:00 660
        from 2025-04-05T16:00 600
        from 2025-10-04T16:00 660
        from 2026-04-04T16:00 600
        from 2026-10-03T16:00 660
        from 2027-04-03T16:00 600
        from 2027-10-02T16:00 660
        from 2028-04-01T16:00 600
        from 2028-09-30T16:00 660
        from 2029-03-31T16:00 600
        from 2029-10-06T16:00 660
        from 2030-04-06T16:00 600
        from 2030-10-05T16:00 660
        zones Australia/Hobart Australia/Melbourne Australia/Sydney
        offset 660
        zones Pacific/Efate Pacific/Guadalcanal Pacific/Noumea Pacific/Pohnpei
        offset 720
        zones Pacific/Fiji Pacific/Funafuti Pacific/Majuro Pacific/Nauru Pacific/Tarawa Pacific/Wallis
        offset 780
        zones Pacific/Apia Pacific/Tongatapu
        offset 780
        from 2024-04-06T14:00 720
        from 2024-09-28T14:00 780
        from 2025-04-05T14:00 720
        from 2025-09-27T14:00 780
        from 2026-04-04T14:00 720
        from 2026-09-26T14:00 780
        from 2027-04-03T14:00 720
        from 2027-09-25T14:00 780
        from 2028-04-01T14:00 720
        from 2028-09-23T14:00 780
        from 2029-03-31T14:00 720
        from 2029-09-29T14:00 780
        from 2030-04-06T14:00 720
        from 2030-09-28T14:00 780
        zones Pacific/Auckland
        """
}
