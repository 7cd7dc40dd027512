extension ZoneRules {
    /// The offset from UTC at the start of 2024, in minutes; then each change until the end of 2030, in UTC, with the
    /// offset from then on; then the zones that keep these rules.
    ///
    /// From the IANA time zone database (public domain) as packed by tzdata 2026.6 (Apache-2.0).
    static let table = """
        offset -600
        zones Pacific/Honolulu Pacific/Tahiti
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
        zones America/Bogota America/Cancun America/Guayaquil America/Jamaica America/Lima America/Panama
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
        zones America/Detroit America/Nassau America/New_York America/Port-au-Prince America/Toronto
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
        zones America/Barbados America/Boa_Vista America/Caracas America/La_Paz America/Manaus America/Port_of_Spain
        zones America/Puerto_Rico America/Santo_Domingo
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
        zones America/Halifax
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
        zones America/Argentina/Salta America/Argentina/Ushuaia America/Bahia America/Fortaleza America/Montevideo
        zones America/Punta_Arenas America/Recife America/Sao_Paulo
        offset -180
        from 2024-03-24T03:00 -240
        from 2024-10-06T04:00 -180
        zones America/Asuncion
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
        zones Africa/Abidjan Africa/Accra Africa/Bamako Africa/Dakar Atlantic/Reykjavik UTC
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
        zones Atlantic/Faroe Atlantic/Madeira Europe/Dublin Europe/Lisbon Europe/London
        offset 60
        zones Africa/Algiers Africa/Douala Africa/Kinshasa Africa/Lagos Africa/Luanda Africa/Tunis
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
        zones Africa/Casablanca
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
        zones Europe/Brussels Europe/Budapest Europe/Copenhagen Europe/Ljubljana Europe/Luxembourg Europe/Madrid
        zones Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague Europe/Rome
        zones Europe/San_Marino Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Tirane Europe/Vaduz
        zones Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich
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
        zones Africa/Gaborone Africa/Harare Africa/Johannesburg Africa/Khartoum Africa/Kigali Africa/Lusaka
        zones Africa/Maputo Africa/Tripoli Africa/Windhoek
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
        zones Africa/Addis_Ababa Africa/Dar_es_Salaam Africa/Kampala Africa/Nairobi Asia/Aden Asia/Amman
        zones Asia/Baghdad Asia/Bahrain Asia/Damascus Asia/Kuwait Asia/Qatar Asia/Riyadh Europe/Istanbul
        zones Europe/Minsk Europe/Moscow Indian/Antananarivo
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
        zones Asia/Vladivostok Australia/Brisbane Pacific/Port_Moresby
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
        zones Pacific/Efate
        offset 720
        zones Pacific/Fiji
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
