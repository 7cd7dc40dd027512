extension Holiday {
    /// country | name | month and day, in each year from 2025 to 2030 or, where they differ, year by year (- for none).
    ///
    /// Nationwide holidays as computed by holidays 0.109 (MIT).
    static let table = """
        NO|New Year's Day|01-01
        NO|Maundy Thursday|04-17 04-02 03-25 04-13 03-29 04-18
        NO|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        NO|Easter Sunday|04-20 04-05 03-28 04-16 04-01 04-21
        NO|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        NO|Labor Day|05-01
        NO|Constitution Day|05-17
        NO|Ascension Day|05-29 05-14 05-06 05-25 05-10 05-30
        NO|Pentecost|06-08 05-24 05-16 06-04 05-20 06-09
        NO|Pentecost Monday|06-09 05-25 05-17 06-05 05-21 06-10
        NO|Christmas Day|12-25
        NO|Second Day of Christmas|12-26
        SE|New Year's Day|01-01
        SE|Epiphany|01-06
        SE|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        SE|Easter Sunday|04-20 04-05 03-28 04-16 04-01 04-21
        SE|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        SE|May Day|05-01
        SE|Ascension Day|05-29 05-14 05-06 05-25 05-10 05-30
        SE|National Day|06-06
        SE|Pentecost|06-08 05-24 05-16 06-04 05-20 06-09
        SE|Midsummer Day|06-21 06-20 06-26 06-24 06-23 06-22
        SE|All Saints' Day|11-01 10-31 11-06 11-04 11-03 11-02
        SE|Christmas Day|12-25
        SE|Second Day of Christmas|12-26
        DK|New Year's Day|01-01
        DK|Maundy Thursday|04-17 04-02 03-25 04-13 03-29 04-18
        DK|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        DK|Easter Sunday|04-20 04-05 03-28 04-16 04-01 04-21
        DK|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        DK|Ascension Day|05-29 05-14 05-06 05-25 05-10 05-30
        DK|Pentecost|06-08 05-24 05-16 06-04 05-20 06-09
        DK|Pentecost Monday|06-09 05-25 05-17 06-05 05-21 06-10
        DK|Christmas Day|12-25
        DK|Second Day of Christmas|12-26
        FI|New Year's Day|01-01
        FI|Epiphany|01-06
        FI|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        FI|Easter Sunday|04-20 04-05 03-28 04-16 04-01 04-21
        FI|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        FI|May Day|05-01
        FI|Ascension Day|05-29 05-14 05-06 05-25 05-10 05-30
        FI|Pentecost|06-08 05-24 05-16 06-04 05-20 06-09
        FI|Midsummer Eve|06-20 06-19 06-25 06-23 06-22 06-21
        FI|Midsummer Day|06-21 06-20 06-26 06-24 06-23 06-22
        FI|All Saints' Day|11-01 10-31 11-06 11-04 11-03 11-02
        FI|Independence Day|12-06
        FI|Christmas Eve|12-24
        FI|Christmas Day|12-25
        FI|Second Day of Christmas|12-26
        IS|New Year's Day|01-01
        IS|Maundy Thursday|04-17 04-02 03-25 04-13 03-29 04-18
        IS|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        IS|Easter Sunday|04-20 04-05 03-28 04-16 04-01 04-21
        IS|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        IS|First Day of Summer|04-24 04-23 04-22 04-20 04-19 04-25
        IS|Labor Day|05-01
        IS|Ascension Day|05-29 05-14 05-06 05-25 05-10 05-30
        IS|Pentecost|06-08 05-24 05-16 06-04 05-20 06-09
        IS|Pentecost Monday|06-09 05-25 05-17 06-05 05-21 06-10
        IS|National Day|06-17
        IS|Commerce Day|08-04 08-03 08-02 08-07 08-06 08-05
        IS|Christmas Day|12-25
        IS|Second Day of Christmas|12-26
        DE|New Year's Day|01-01
        DE|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        DE|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        DE|Labor Day|05-01
        DE|Ascension Day|05-29 05-14 05-06 05-25 05-10 05-30
        DE|Pentecost Monday|06-09 05-25 05-17 06-05 05-21 06-10
        DE|German Unity Day|10-03
        DE|Christmas Day|12-25
        DE|Second Day of Christmas|12-26
        FR|New Year's Day|01-01
        FR|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        FR|Pentecost Monday|06-09 05-25 05-17 06-05 05-21 06-10
        FR|Labor Day|05-01
        FR|Victory Day|05-08
        FR|Ascension Day|05-29 05-14 05-06 05-25 05-10 05-30
        FR|National Day|07-14
        FR|Assumption Day|08-15
        FR|All Saints' Day|11-01
        FR|Armistice Day|11-11
        FR|Christmas Day|12-25
        GB|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        GB|May Day|05-05 05-04 05-03 05-01 05-07 05-06
        GB|Spring Bank Holiday|05-26 05-25 05-31 05-29 05-28 05-27
        GB|New Year's Day|01-01
        GB|Christmas Day|12-25
        GB|Boxing Day|12-26
        GB|Boxing Day (observed)|- 12-28 12-28 - - -
        GB|Christmas Day (observed)|- - 12-27 - - -
        GB|New Year's Day (observed)|- - - 01-03 - -
        IE|New Year's Day|01-01
        IE|Saint Brigid's Day|02-03 02-02 02-01 02-07 02-05 02-01
        IE|Saint Patrick's Day|03-17
        IE|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        IE|May Bank Holiday|05-05 05-04 05-03 05-01 05-07 05-06
        IE|June Bank Holiday|06-02 06-01 06-07 06-05 06-04 06-03
        IE|August Bank Holiday|08-04 08-03 08-02 08-07 08-06 08-05
        IE|October Bank Holiday|10-27 10-26 10-25 10-30 10-29 10-28
        IE|Christmas Day|12-25
        IE|Saint Stephen's Day|12-26
        ES|New Year's Day|01-01
        ES|Epiphany|01-06 01-06 01-06 01-06 01-06 -
        ES|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        ES|Labor Day|05-01
        ES|Assumption Day|08-15 08-15 - 08-15 08-15 08-15
        ES|All Saints' Day|11-01 - 11-01 11-01 11-01 11-01
        ES|Constitution Day|12-06 - 12-06 12-06 12-06 12-06
        ES|Immaculate Conception|12-08 12-08 12-08 12-08 12-08 -
        ES|Christmas Day|12-25
        ES|National Day|- 10-12 10-12 10-12 10-12 10-12
        PT|New Year's Day|01-01
        PT|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        PT|Easter Sunday|04-20 04-05 03-28 04-16 04-01 04-21
        PT|Corpus Christi|06-19 06-04 05-27 06-15 05-31 06-20
        PT|Republic Day|10-05
        PT|All Saints' Day|11-01
        PT|Restoration of Independence Day|12-01
        PT|Freedom Day|04-25
        PT|Labor Day|05-01
        PT|Day of Portugal, Camões, and the Portuguese Communities|06-10
        PT|Assumption Day|08-15
        PT|Immaculate Conception|12-08
        PT|Christmas Day|12-25
        IT|New Year's Day|01-01
        IT|Epiphany|01-06
        IT|Easter Sunday|04-20 04-05 03-28 04-16 04-01 04-21
        IT|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        IT|Liberation Day|04-25
        IT|Labor Day|05-01
        IT|Republic Day|06-02
        IT|Assumption Of Mary Day|08-15
        IT|All Saints' Day|11-01
        IT|National Unity Day|11-02 11-01 11-07 11-05 11-04 11-03
        IT|Immaculate Conception|12-08
        IT|Christmas Day|12-25
        IT|Saint Stephen's Day|12-26
        IT|Saint Francis of Assisi, Patron Saint of Italy|- 10-04 10-04 10-04 10-04 10-04
        NL|New Year's Day|01-01
        NL|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        NL|Easter Sunday|04-20 04-05 03-28 04-16 04-01 04-21
        NL|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        NL|King's Day|04-26 04-27 04-27 04-27 04-27 04-27
        NL|Liberation Day|05-05 - - - - 05-05
        NL|Ascension Day|05-29 05-14 05-06 05-25 05-10 05-30
        NL|Pentecost|06-08 05-24 05-16 06-04 05-20 06-09
        NL|Pentecost Monday|06-09 05-25 05-17 06-05 05-21 06-10
        NL|Christmas Day|12-25
        NL|Second Day of Christmas|12-26
        BE|New Year's Day|01-01
        BE|Easter Sunday|04-20 04-05 03-28 04-16 04-01 04-21
        BE|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        BE|Labor Day|05-01
        BE|Ascension Day|05-29 05-14 05-06 05-25 05-10 05-30
        BE|Pentecost|06-08 05-24 05-16 06-04 05-20 06-09
        BE|Pentecost Monday|06-09 05-25 05-17 06-05 05-21 06-10
        BE|National Day|07-21
        BE|Assumption Day|08-15
        BE|All Saints' Day|11-01
        BE|Armistice Day|11-11
        BE|Christmas Day|12-25
        CH|New Year's Day|01-01
        CH|Ascension Day|05-29 05-14 05-06 05-25 05-10 05-30
        CH|National Day|08-01
        CH|Christmas Day|12-25
        AT|New Year's Day|01-01
        AT|Epiphany|01-06
        AT|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        AT|Labor Day|05-01
        AT|Ascension Day|05-29 05-14 05-06 05-25 05-10 05-30
        AT|Pentecost Monday|06-09 05-25 05-17 06-05 05-21 06-10
        AT|Corpus Christi|06-19 06-04 05-27 06-15 05-31 06-20
        AT|Assumption Day|08-15
        AT|National Day|10-26
        AT|All Saints' Day|11-01
        AT|Immaculate Conception|12-08
        AT|Christmas Day|12-25
        AT|Saint Stephen's Day|12-26
        PL|New Year's Day|01-01
        PL|Epiphany|01-06
        PL|Easter Sunday|04-20 04-05 03-28 04-16 04-01 04-21
        PL|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        PL|National Day|05-01
        PL|National Day of the Third of May|05-03
        PL|Pentecost|06-08 05-24 05-16 06-04 05-20 06-09
        PL|Corpus Christi|06-19 06-04 05-27 06-15 05-31 06-20
        PL|Assumption Day|08-15
        PL|All Saints' Day|11-01
        PL|National Independence Day|11-11
        PL|Christmas Eve|12-24
        PL|Christmas Day|12-25
        PL|Second Day of Christmas|12-26
        CZ|Independent Czech State Restoration Day|01-01
        CZ|New Year's Day|01-01
        CZ|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        CZ|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        CZ|Labor Day|05-01
        CZ|Victory Day|05-08
        CZ|Saints Cyril and Methodius Day|07-05
        CZ|Jan Hus Day|07-06
        CZ|Statehood Day|09-28
        CZ|Independent Czechoslovak State Day|10-28
        CZ|Struggle for Freedom and Democracy Day and International Students' Day|11-17
        CZ|Christmas Eve|12-24
        CZ|Christmas Day|12-25
        CZ|Second Day of Christmas|12-26
        GR|New Year's Day|01-01
        GR|Epiphany|01-06
        GR|Green Monday|03-03 02-23 03-15 02-28 02-19 03-11
        GR|Independence Day|03-25
        GR|Good Friday|04-18 04-10 04-30 04-14 04-06 04-26
        GR|Easter Monday|04-21 04-13 05-03 04-17 04-09 04-29
        GR|Pentecost Monday|06-09 06-01 06-21 06-05 05-28 06-17
        GR|Labor Day|05-01
        GR|Dormition of the Mother of God|08-15
        GR|Ohi Day|10-28
        GR|Christmas Day|12-25
        GR|Glorifying Mother of God|12-26
        GR|Labor Day (observed)|- - 05-04 - - -
        HU|New Year's Day|01-01
        HU|National Day|03-15
        HU|National Day|10-23
        HU|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        HU|Easter|04-20 04-05 03-28 04-16 04-01 04-21
        HU|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        HU|Pentecost|06-08 05-24 05-16 06-04 05-20 06-09
        HU|Pentecost Monday|06-09 05-25 05-17 06-05 05-21 06-10
        HU|Labor Day|05-01
        HU|State Foundation Day|08-20
        HU|All Saints' Day|11-01
        HU|Christmas Day|12-25
        HU|Second Day of Christmas|12-26
        HU|Day off (substituted from 05/17/2025)|05-02 - - - - -
        HU|Day off (substituted from 10/18/2025)|10-24 - - - - -
        HU|Day off (substituted from 12/13/2025)|12-24 - - - - -
        HU|Christmas Eve|- 12-24 12-24 12-24 12-24 12-24
        HU|Day off (substituted from 01/10/2026)|- 01-02 - - - -
        HU|Day off (substituted from 08/08/2026)|- 08-21 - - - -
        US|New Year's Day|01-01
        US|Memorial Day|05-26 05-25 05-31 05-29 05-28 05-27
        US|Juneteenth National Independence Day|06-19
        US|Independence Day|07-04
        US|Labor Day|09-01 09-07 09-06 09-04 09-03 09-02
        US|Thanksgiving Day|11-27 11-26 11-25 11-23 11-22 11-28
        US|Christmas Day|12-25
        US|Martin Luther King Jr. Day|01-20 01-19 01-18 01-17 01-15 01-21
        US|Washington's Birthday|02-17 02-16 02-15 02-21 02-19 02-18
        US|Columbus Day|10-13 10-12 10-11 10-09 10-08 10-14
        US|Veterans Day|11-11
        US|Independence Day (observed)|- 07-03 07-05 - - -
        US|New Year's Day (observed)|- - 12-31 - - -
        US|Juneteenth National Independence Day (observed)|- - 06-18 - - -
        US|Christmas Day (observed)|- - 12-24 - - -
        US|Veterans Day (observed)|- - - 11-10 11-12 -
        CA|New Year's Day|01-01
        CA|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        CA|Canada Day|07-01
        CA|Labor Day|09-01 09-07 09-06 09-04 09-03 09-02
        CA|Christmas Day|12-25
        CA|Christmas Day (observed)|- - 12-27 - - -
        CA|New Year's Day (observed)|- - - 01-03 - -
        MX|New Year's Day|01-01
        MX|Constitution Day|02-03 02-02 02-01 02-07 02-05 02-04
        MX|Benito Juárez's birthday|03-17 03-16 03-15 03-20 03-19 03-18
        MX|Labor Day|05-01
        MX|Independence Day|09-16
        MX|Revolution Day|11-17 11-16 11-15 11-20 11-19 11-18
        MX|Christmas Day|12-25
        MX|Change of Federal Government|- - - - - 10-01
        BR|Universal Fraternization Day|01-01
        BR|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        BR|Tiradentes' Day|04-21
        BR|Worker's Day|05-01
        BR|Independence Day|09-07
        BR|Our Lady of Aparecida|10-12
        BR|All Souls' Day|11-02
        BR|Republic Proclamation Day|11-15
        BR|National Day of Zumbi and Black Awareness|11-20
        BR|Christmas Day|12-25
        AR|New Year's Day|01-01
        AR|Carnival Monday|03-03 02-16 02-08 02-28 02-12 03-04
        AR|Carnival Tuesday|03-04 02-17 02-09 02-29 02-13 03-05
        AR|National Day of Remembrance for Truth and Justice|03-24
        AR|Veteran's Day and the Fallen in the Malvinas War|04-02
        AR|Maundy Thursday|04-17 04-02 03-25 04-13 03-29 04-18
        AR|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        AR|Labor Day|05-01
        AR|May Revolution Day|05-25
        AR|Pass to the Immortality of General Don Martín Miguel de Güemes|06-16 06-15 06-21 06-17 06-17 06-17
        AR|Pass to the Immortality of General Don Manuel Belgrano|06-20
        AR|Independence Day|07-09
        AR|Pass to the Immortality of General Don José de San Martín|08-17 08-17 08-16 08-21 08-20 08-17
        AR|Respect for Cultural Diversity Day|10-12 10-12 10-11 10-16 10-15 10-12
        AR|National Sovereignty Day|11-24 11-23 11-20 11-20 11-19 11-18
        AR|Immaculate Conception|12-08
        AR|Christmas Day|12-25
        AR|Bridge Public Holiday|05-02 03-23 - - - -
        AR|Bridge Public Holiday|08-15 07-10 - - - -
        AR|Bridge Public Holiday|11-21 12-07 - - - -
        AR|Visit of His Holiness Pope Leo XIV|- 11-09 - - - -
        CL|New Year's Day|01-01
        CL|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        CL|Holy Saturday|04-19 04-04 03-27 04-15 03-31 04-20
        CL|Labor Day|05-01
        CL|Navy Day|05-21
        CL|National Indigenous Peoples Day|06-20 06-21 06-21 06-20 06-20 06-21
        CL|Saint Peter and Saint Paul's Day|06-29 06-29 06-28 06-26 07-02 06-29
        CL|Our Lady of Mount Carmel|07-16
        CL|Assumption Day|08-15
        CL|Independence Day|09-18
        CL|Army Day|09-19
        CL|Meeting of Two Worlds' Day|10-12 10-12 10-11 10-09 10-15 10-12
        CL|Reformation Day|10-31 10-31 10-31 10-27 11-02 10-31
        CL|All Saints' Day|11-01
        CL|Immaculate Conception|12-08
        CL|Christmas Day|12-25
        CL|National Holiday|- - 09-17 - 09-17 09-20
        JP|New Year's Day|01-01
        JP|Coming of Age Day|01-13 01-12 01-11 01-10 01-08 01-14
        JP|Foundation Day|02-11
        JP|Emperor's Birthday|02-23
        JP|Vernal Equinox Day|03-20 03-20 03-21 03-20 03-20 03-20
        JP|Showa Day|04-29
        JP|Constitution Day|05-03
        JP|Greenery Day|05-04
        JP|Children's Day|05-05
        JP|Marine Day|07-21 07-20 07-19 07-17 07-16 07-15
        JP|Mountain Day|08-11
        JP|Respect for the Aged Day|09-15 09-21 09-20 09-18 09-17 09-16
        JP|Autumnal Equinox Day|09-23 09-23 09-23 09-22 09-23 09-23
        JP|Sports Day|10-13 10-12 10-11 10-09 10-08 10-14
        JP|Culture Day|11-03
        JP|Labor Thanksgiving Day|11-23
        JP|Substitute Holiday|02-24 05-06 03-22 - 02-12 05-06
        JP|Substitute Holiday|05-06 - - - 04-30 08-12
        JP|Substitute Holiday|11-24 - - - 09-24 11-04
        JP|National Holiday|- 09-22 - - - -
        KR|New Year's Day|01-01
        KR|Korean New Year|01-29 02-17 02-07 01-27 02-13 02-03
        KR|The day preceding Korean New Year|01-28 02-16 02-06 01-26 02-12 02-02
        KR|The second day of Korean New Year|01-30 02-18 02-08 01-28 02-14 02-04
        KR|Independence Movement Day|03-01
        KR|Buddha's Birthday|05-05 05-24 05-13 05-02 05-20 05-09
        KR|Children's Day|05-05
        KR|Memorial Day|06-06
        KR|Liberation Day|08-15
        KR|National Foundation Day|10-03
        KR|Hangul Day|10-09
        KR|Chuseok|10-06 09-25 09-15 10-03 09-22 09-12
        KR|The day preceding Chuseok|10-05 09-24 09-14 10-02 09-21 09-11
        KR|The second day of Chuseok|10-07 09-26 09-16 10-04 09-23 09-13
        KR|Christmas Day|12-25
        KR|Alternative holiday for Independence Movement Day|03-03 03-02 - - - -
        KR|Alternative holiday for Buddha's Birthday|05-06 05-25 - - 05-21 -
        KR|Alternative holiday for Children's Day|05-06 - - - 05-07 05-06
        KR|Alternative holiday for Chuseok|10-08 - - 10-05 09-24 -
        KR|Temporary Public Holiday|01-27 - - - - -
        KR|Presidential Election Day|06-03 - - - - 03-27
        KR|Labor Day|- 05-01 05-01 05-01 05-01 05-01
        KR|Constitution Day|- 07-17 07-17 07-17 07-17 07-17
        KR|Local Election Day|- 06-03 - - - 06-12
        KR|Alternative holiday for Liberation Day|- 08-17 08-16 - - -
        KR|Alternative holiday for National Foundation Day|- 10-05 10-04 - - -
        KR|Alternative holiday for Korean New Year|- - 02-09 - - 02-05
        KR|Alternative holiday for Labor Day|- - 05-03 - - -
        KR|Alternative holiday for Constitution Day|- - 07-19 - - -
        KR|Alternative holiday for Hangul Day|- - 10-11 - - -
        KR|Alternative holiday for Christmas Day|- - 12-27 - - -
        KR|National Assembly Election Day|- - - 04-12 - -
        AU|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        AU|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        AU|New Year's Day|01-01
        AU|Australia Day|01-26
        AU|ANZAC Day|04-25
        AU|Christmas Day|12-25
        AU|Boxing Day|12-26
        NZ|New Year's Day|01-01
        NZ|Day after New Year's Day|01-02
        NZ|Waitangi Day|02-06
        NZ|Anzac Day|04-25
        NZ|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        NZ|Easter Monday|04-21 04-06 03-29 04-17 04-02 04-22
        NZ|King's Birthday|06-02 06-01 06-07 06-05 06-04 06-03
        NZ|Matariki|06-20 07-10 06-25 07-14 07-06 06-21
        NZ|Labour Day|10-27 10-26 10-25 10-23 10-22 10-28
        NZ|Christmas Day|12-25
        NZ|Boxing Day|12-26
        NZ|Anzac Day (observed)|- 04-27 04-26 - - -
        NZ|Boxing Day (observed)|- 12-28 12-28 - - -
        NZ|Day after New Year's Day (observed)|- - 01-04 01-04 - -
        NZ|Waitangi Day (observed)|- - 02-08 02-07 - -
        NZ|Christmas Day (observed)|- - 12-27 - - -
        NZ|New Year's Day (observed)|- - - 01-03 - -
        ZA|New Year's Day|01-01
        ZA|Good Friday|04-18 04-03 03-26 04-14 03-30 04-19
        ZA|Family Day|04-21 04-06 03-29 04-17 04-02 04-22
        ZA|Workers' Day|05-01
        ZA|Human Rights Day|03-21
        ZA|Freedom Day|04-27
        ZA|Freedom Day (observed)|04-28 - - - - -
        ZA|Youth Day|06-16
        ZA|National Women's Day|08-09
        ZA|Heritage Day|09-24
        ZA|Day of Reconciliation|12-16
        ZA|Christmas Day|12-25
        ZA|Day of Goodwill|12-26
        ZA|National Women's Day (observed)|- 08-10 - - - -
        ZA|Local Government Elections|- 11-04 - - - -
        ZA|Human Rights Day (observed)|- - 03-22 - - -
        ZA|Day of Goodwill (observed)|- - 12-27 - - -
        ZA|Heritage Day (observed)|- - - 09-25 - -
        ZA|Day of Reconciliation (observed)|- - - - 12-17 -
        ZA|Youth Day (observed)|- - - - - 06-17
        """
}
