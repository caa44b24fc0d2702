## unreviewed

### The words of the field. A reviewer who has read the whole file puts
### `## reviewed: NAME` in place of the first line.
###
### $gender is male, female or other and serves grammar only.
### $since, $when and $facility are finished phrases and may be empty:
### `{ tail-since }` adds the phrase if there is one, and nothing otherwise.
###
### $when may begin with «ў», so what stands before `{ tail-when }` ends in a
### vowel. A month has «ад», because «з» would have to be «са» before some.


## Dates in a sentence

on-day = { $day } { $month } { $year } года
in-month = ў { $month } { $year } года
in-year = ў { $year } годзе
since-day = з { $day } { $month } { $year } года
since-month = ад { $month } { $year } года
since-year = з { $year } года

month-in-1 = студзені
month-in-2 = лютым
month-in-3 = сакавіку
month-in-4 = красавіку
month-in-5 = маі
month-in-6 = чэрвені
month-in-7 = ліпені
month-in-8 = жніўні
month-in-9 = верасні
month-in-10 = кастрычніку
month-in-11 = лістападзе
month-in-12 = снежні

month-of-1 = студзеня
month-of-2 = лютага
month-of-3 = сакавіка
month-of-4 = красавіка
month-of-5 = мая
month-of-6 = чэрвеня
month-of-7 = ліпеня
month-of-8 = жніўня
month-of-9 = верасня
month-of-10 = кастрычніка
month-of-11 = лістапада
month-of-12 = снежня

tail-since =
    { $has-since ->
        [yes] { " " }{ $since }
       *[no] { "" }
    }
tail-when =
    { $has-when ->
        [yes] { " " }{ $when }
       *[no] { "" }
    }
tail-facility =
    { $has-facility ->
        [yes] : { $facility }
       *[no] { "" }
    }


## Custody: a short label

custody-free-pending-trial = На волі да суда
custody-travel-restriction = Падпіска аб нявыездзе
custody-house-arrest = Хатні арышт
custody-pretrial = Пад вартай да прысуду
custody-convicted-awaiting-transfer = Пасля прысуду, да этапу
custody-in-transit = На этапе
custody-open-settlement = Калонія-пасяленне
custody-colony = Калонія
custody-prison = Турма
custody-compulsory-psychiatric = Прымусовае лячэнне
custody-compulsory-labour = Прымусовыя работы
custody-prisoner-of-war = Палон
custody-disappeared = Гвалтоўнае знікненне
custody-released = Вызваленне
custody-exchanged = Вызваленне праз абмен
custody-deported = Высылка з краіны
custody-pardoned = Памілаванне
custody-acquitted = Апраўданне ў судзе
custody-wanted = У вышуку
custody-died = Смерць у зняволенні
custody-unknown = Становішча невядомае


## Custody: one sentence for the head of a profile

state-free-pending-trial = Да суда на волі{ tail-since }.
state-travel-restriction = Пад падпіскай аб нявыездзе{ tail-since }.
state-house-arrest = Пад хатнім арыштам{ tail-since }.
state-pretrial = Да прысуду пад вартай{ tail-since }{ tail-facility }.
state-convicted-awaiting-transfer =
    { $gender ->
        [male] Асуджаны і чакае этапу{ tail-since }{ tail-facility }.
        [female] Асуджаная і чакае этапу{ tail-since }{ tail-facility }.
       *[other] Пасля прысуду чакае этапу{ tail-since }{ tail-facility }.
    }
state-in-transit = На этапе{ tail-since }: цяпер пісаць не трэба.
state-open-settlement = У калоніі-пасяленні{ tail-since }{ tail-facility }.
state-colony = У калоніі{ tail-since }{ tail-facility }.
state-prison = У турме{ tail-since }{ tail-facility }.
state-compulsory-psychiatric = На прымусовым псіхіятрычным лячэнні{ tail-since }{ tail-facility }.
state-compulsory-labour = Адбывае прымусовыя работы{ tail-since }{ tail-facility }.
state-prisoner-of-war = У палоне{ tail-since }.
state-disappeared =
    { $gender ->
        [male] Зніклы{ tail-when }: дзе яго трымаюць, невядома.
        [female] Зніклая{ tail-when }: дзе яе трымаюць, невядома.
       *[other] Знікненне{ tail-when }: дзе чалавека трымаюць, невядома.
    }
state-released =
    { $gender ->
        [male] Вызвалены{ tail-when }.
        [female] Вызваленая{ tail-when }.
       *[other] Выхад на волю{ tail-when }.
    }
state-exchanged =
    { $gender ->
        [male] Вызвалены ў выніку абмену{ tail-when }.
        [female] Вызваленая ў выніку абмену{ tail-when }.
       *[other] Выхад на волю ў выніку абмену{ tail-when }.
    }
state-deported =
    { $gender ->
        [male] Высланы з краіны{ tail-when }.
        [female] Высланая з краіны{ tail-when }.
       *[other] Высылка з краіны{ tail-when }.
    }
state-pardoned =
    { $gender ->
        [male] Памілаваны{ tail-when }.
        [female] Памілаваная{ tail-when }.
       *[other] Памілаванне{ tail-when }.
    }
state-acquitted =
    { $gender ->
        [male] Суд апраўдаў яго{ tail-when }.
        [female] Суд апраўдаў яе{ tail-when }.
       *[other] Апраўданне ў судзе{ tail-when }.
    }
state-wanted = У вышуку{ tail-since }.
state-died =
    { $gender ->
        [male] Памёр у зняволенні{ tail-when }.
        [female] Памерла ў зняволенні{ tail-when }.
       *[other] Смерць у зняволенні{ tail-when }.
    }
state-unknown = Цяперашняе становішча невядомае.

# Follows the sentence on the custody of somebody who was not held at the time.
died-later =
    { $gender ->
        [male] Яго не стала{ tail-when }.
        [female] Яе не стала{ tail-when }.
       *[other] Чалавека не стала{ tail-when }.
    }


## A punishment cell, which lies over the custody

punishment-shizo = У штрафным ізалятары (ШІЗА){ tail-since }.
punishment-pkt = У памяшканні камернага тыпу (ПКТ){ tail-since }.
punishment-epkt = У адзіным памяшканні камернага тыпу (АПКТ){ tail-since }.
punishment-solitary = У адзіночнай камеры{ tail-since }.


## Whether one can write

write-yes = Пісаць можна.
write-listed = Пісаць можа толькі той, каго ўнеслі ў спіс дазволеных адпраўнікаў.
write-intermediary = Пісаць можна праз пасярэдніка.
write-agency = Лісты перадае арганізацыя, і толькі ад родных.
write-no = Цяпер пісаць нельга.


## Why no address is shown, and what one can do instead

withheld-not-held =
    { $gender ->
        [male] Адраса няма: ён больш не ў зняволенні.
        [female] Адраса няма: яна больш не ў зняволенні.
       *[other] Адраса няма: гэты чалавек больш не ў зняволенні.
    }
withheld-not-held-instead = Напішыце таму, хто яшчэ ў зняволенні і атрымлівае мала лістоў.

withheld-died =
    { $gender ->
        [male] Адраса няма: ён памёр.
        [female] Адраса няма: яна памерла.
       *[other] Адраса няма: гэтага чалавека не стала.
    }
withheld-died-instead = Раскажыце пра гэтага чалавека іншым. Напішыце таму, хто яшчэ ў зняволенні.

withheld-wanted =
    { $gender ->
        [male] Адраса няма: ён у вышуку, і любыя звесткі пра тое, дзе ён, могуць нашкодзіць.
        [female] Адраса няма: яна ў вышуку, і любыя звесткі пра тое, дзе яна, могуць нашкодзіць.
       *[other] Адраса няма: гэты чалавек у вышуку, і любыя звесткі пра тое, дзе ён, могуць нашкодзіць.
    }
withheld-wanted-instead = Не высвятляйце і не абмяркоўвайце, дзе гэты чалавек. Калі на гэтай старонцы ёсць спасылкі, там сказана, як падтрымаць.

withheld-disappeared =
    { $gender ->
        [male] Адраса няма: невядома, дзе яго трымаюць.
        [female] Адраса няма: невядома, дзе яе трымаюць.
       *[other] Адраса няма: невядома, дзе трымаюць гэтага чалавека.
    }
withheld-disappeared-instead = Пра знікненне можна напісаць уладам і міжнародным арганізацыям. Калі вы жывяце ў той самай краіне, спачатку падумайце пра сваю бяспеку.

withheld-free-pending-trial =
    { $gender ->
        [male] Адраса няма: да суда ён на волі, а хатніх адрасоў мы не публікуем.
        [female] Адраса няма: да суда яна на волі, а хатніх адрасоў мы не публікуем.
       *[other] Адраса няма: да суда гэты чалавек на волі, а хатніх адрасоў мы не публікуем.
    }
withheld-free-pending-trial-instead = Калі на гэтай старонцы ёсць спасылкі, там сказана, як падтрымаць.

withheld-travel-restriction =
    { $gender ->
        [male] Адраса няма: ён пад падпіскай аб нявыездзе, а хатніх адрасоў мы не публікуем.
        [female] Адраса няма: яна пад падпіскай аб нявыездзе, а хатніх адрасоў мы не публікуем.
       *[other] Адраса няма: гэты чалавек пад падпіскай аб нявыездзе, а хатніх адрасоў мы не публікуем.
    }
withheld-travel-restriction-instead = Калі на гэтай старонцы ёсць спасылкі, там сказана, як падтрымаць.

withheld-house-arrest =
    { $gender ->
        [male] Адраса няма: ён пад хатнім арыштам. Хатніх адрасоў мы не публікуем, а ліставанне мог забараніць суд.
        [female] Адраса няма: яна пад хатнім арыштам. Хатніх адрасоў мы не публікуем, а ліставанне мог забараніць суд.
       *[other] Адраса няма: гэты чалавек пад хатнім арыштам. Хатніх адрасоў мы не публікуем, а ліставанне мог забараніць суд.
    }
withheld-house-arrest-instead = Словы падтрымкі часам перадае адвакат або група падтрымкі: паглядзіце, ці ёсць спасылка на гэтай старонцы.

withheld-in-transit =
    { $gender ->
        [male] Адраса няма: яго этапуюць. Ліст на ранейшае месца яго ўжо не застане.
        [female] Адраса няма: яе этапуюць. Ліст на ранейшае месца яе ўжо не застане.
       *[other] Адраса няма: гэтага чалавека этапуюць. Ліст на ранейшае месца ўжо не застане адрасата.
    }
withheld-in-transit-instead = Пачакайце: этап можа цягнуцца тыднямі. Адрас з’явіцца тут, калі прыбыццё пацвердзіцца.

withheld-custody-unknown =
    { $gender ->
        [male] Адраса няма: мы не ведаем, што з ім цяпер.
        [female] Адраса няма: мы не ведаем, што з ёй цяпер.
       *[other] Адраса няма: мы не ведаем, што цяпер з гэтым чалавекам.
    }
withheld-custody-unknown-instead = Калі вы ведаеце больш, бяспечным спосабам паведаміце тым, хто вядзе гэты сайт.

withheld-facility-unknown =
    { $gender ->
        [male] Адраса няма: мы не ведаем, дзе яго трымаюць.
        [female] Адраса няма: мы не ведаем, дзе яе трымаюць.
       *[other] Адраса няма: мы не ведаем, дзе трымаюць гэтага чалавека.
    }
withheld-facility-unknown-instead = Калі вы ведаеце больш, бяспечным спосабам паведаміце тым, хто вядзе гэты сайт.

withheld-facility-closed =
    { $gender ->
        [male] Адраса няма: установу, дзе яго трымалі, закрылі.
        [female] Адраса няма: установу, дзе яе трымалі, закрылі.
       *[other] Адраса няма: установу, дзе трымалі гэтага чалавека, закрылі.
    }
withheld-facility-closed-instead = Не пішыце на стары адрас. Новы з’явіцца тут, калі стане вядома новае месца і гэта пацвердзіцца.

withheld-correspondence-banned =
    { $gender ->
        [male] Адраса няма: яму забаранілі ліставанне.
        [female] Адраса няма: ёй забаранілі ліставанне.
       *[other] Адраса няма: гэтаму чалавеку забаранілі ліставанне.
    }
withheld-correspondence-banned-instead = Ліст не аддадуць, і ён можа нашкодзіць. Калі на гэтай старонцы ёсць спасылкі, там сказана, як падтрымаць інакш.

withheld-correspondence-relatives-only =
    { $gender ->
        [male] Адраса няма: ліставацца з ім могуць толькі сваякі.
        [female] Адраса няма: ліставацца з ёй могуць толькі сваякі.
       *[other] Адраса няма: ліставацца з гэтым чалавекам могуць толькі сваякі.
    }
withheld-correspondence-relatives-only-instead = Не выдавайце сябе за сваяка. Калі на гэтай старонцы ёсць спасылкі, там сказана, як падтрымаць інакш.

withheld-correspondence-requests-no-mail =
    { $gender ->
        [male] Адраса няма: ён просіць яму не пісаць.
        [female] Адраса няма: яна просіць ёй не пісаць.
       *[other] Адраса няма: гэты чалавек просіць яму не пісаць.
    }
withheld-correspondence-requests-no-mail-instead = Калі ласка, не пішыце і не шукайце адраса ў іншых месцах. Напішыце таму, хто чакае лістоў.

withheld-correspondence-unknown =
    { $gender ->
        [male] Адраса няма: мы не ведаем, ці можна яму пісаць.
        [female] Адраса няма: мы не ведаем, ці можна ёй пісаць.
       *[other] Адраса няма: мы не ведаем, ці можна пісаць гэтаму чалавеку.
    }
withheld-correspondence-unknown-instead = Зазірніце пазней. А пакуль напішыце таму, каму пісаць можна.

withheld-never-verified =
    { $gender ->
        [male] Адрас не паказаны: мы яшчэ не пераканаліся, што яго сапраўды трымаюць там.
        [female] Адрас не паказаны: мы яшчэ не пераканаліся, што яе сапраўды трымаюць там.
       *[other] Адрас не паказаны: мы яшчэ не пераканаліся, што гэтага чалавека сапраўды трымаюць там.
    }
withheld-never-verified-instead = Зазірніце пазней. А пакуль напішыце таму, чый адрас правераны.

withheld-verification-too-old = Адрас не паказаны: яго правяралі занадта даўно, і чалавека маглі перавесці.
withheld-verification-too-old-instead = Зазірніце пазней. А пакуль напішыце таму, чый адрас правераны.

withheld-release-expected =
    { $gender ->
        [male] Адрас не паказаны: чаканы дзень вызвалення мінуў, і ён, магчыма, ужо на волі.
        [female] Адрас не паказаны: чаканы дзень вызвалення мінуў, і яна, магчыма, ужо на волі.
       *[other] Адрас не паказаны: чаканы дзень вызвалення мінуў, і гэты чалавек, магчыма, ужо на волі.
    }
withheld-release-expected-instead = Зазірніце пазней: мы чакаем пацвярджэння.

withheld-birth-unpublished = Адрас не паказаны: без года нараджэння ліст не дойдзе, а публікаваць год нараджэння нельга.
withheld-birth-unpublished-instead = Калі на гэтай старонцы ёсць спасылка на групу падтрымкі, спытайце там, як перадаць ліст.

withheld-address-incomplete = Адрас не паказаны: ён няпоўны, і ліст мог бы згубіцца.
withheld-address-incomplete-instead = Зазірніце пазней. А пакуль напішыце таму, чый адрас правераны.

withheld-unconfirmed =
    { $gender ->
        [male] Адрас не паказаны: апошнія навіны пра гэтага чалавека не пацверджаныя.
        [female] Адрас не паказаны: апошнія навіны пра яе не пацверджаныя.
       *[other] Адрас не паказаны: апошнія навіны пра гэтага чалавека не пацверджаныя.
    }
withheld-unconfirmed-instead = Зазірніце пазней: мы чакаем пацвярджэння.

withheld-intermediary-without-consent =
    { $gender ->
        [male] Адраса няма: пісаць яму можна толькі праз пасярэдніка, а згоды пасярэдніка на публікацыю адраса мы не маем.
        [female] Адраса няма: пісаць ёй можна толькі праз пасярэдніка, а згоды пасярэдніка на публікацыю адраса мы не маем.
       *[other] Адраса няма: пісаць гэтаму чалавеку можна толькі праз пасярэдніка, а згоды пасярэдніка на публікацыю адраса мы не маем.
    }
withheld-intermediary-without-consent-instead = Калі на гэтай старонцы ёсць спасылка на групу падтрымкі, спытайце там, як перадаць ліст.

withheld-minor = Адрас, прозвішча і фатаграфія не паказаныя: так мы абараняем тых, каго пазбавілі волі ў непаўналетнім узросце.
withheld-minor-instead = Калі ласка, не шукайце і не публікуйце ні імя, ні адраса. Калі на гэтай старонцы ёсць спасылкі, там сказана, як падтрымаць.

withheld-prisoner-of-war-no-agency = Адраса няма: лісты ваеннапалонным перадаюць толькі адмысловыя арганізацыі, і мы не ведаем, якая з іх робіць гэта тут.
withheld-prisoner-of-war-no-agency-instead = Родныя могуць звярнуцца ў Цэнтральнае агенцтва па вышуку Міжнароднага Камітэта Чырвонага Крыжа.


## Events of the timeline and the feed

event-search = Ператрус
event-measure = Мера стрымання
event-wanted = Абвяшчэнне ў вышук
event-arrest = Арышт
event-capture = Узяцце ў палон
event-disappearance = Знікненне
event-charge = Абвінавачанне
event-hearing = Судовае пасяджэнне
event-verdict = Прысуд
event-appeal = Апеляцыя
event-cassation = Касацыя
event-transfer-start = Адпраўка на этап
event-transfer-end = Прыбыццё пасля этапу
event-punishment-start = Пачатак дысцыплінарнага спагнання
event-punishment-end = Канец дысцыплінарнага спагнання
event-hunger-strike = Галадоўка
event-health-alert = Трывога за здароўе
event-recognition = Прызнанне праваабаронцамі
event-terror-list-add = Унясенне ў пералік тэрарыстаў і экстрэмістаў
event-terror-list-remove = Выключэнне з пераліку тэрарыстаў і экстрэмістаў
event-correspondence = Змена правілаў ліставання
event-release = Вызваленне
event-exchange = Вызваленне праз абмен
event-deportation = Высылка з краіны
event-pardon = Памілаванне
event-acquittal = Апраўдальны прысуд
event-death = Смерць

certainty-confirmed = пацверджана
certainty-reported = паводле паведамленняў
certainty-uncertain = пад пытаннем


## Facilities

facility-type-ivs = Ізалятар часовага ўтрымання (ІЧУ)
facility-type-sizo = Следчы ізалятар (СІЗА)
facility-type-ik = Папраўчая калонія (ПК)
facility-type-kp = Калонія-пасяленне (КП)
facility-type-prison = Турма
facility-type-lpu = Лячэбная ўстанова (ЛПУ)
facility-type-vk = Выхаваўчая калонія (ВК)
facility-type-psychiatric = Псіхіятрычная бальніца
facility-type-camp = Лагер
facility-type-other = Іншае месца зняволення

channel-post = Пошта
channel-parcels = Пасылкі


## Correspondence and the rules for letters

correspondence-open = Ліставанне дазволена
correspondence-relatives-only = Ліставанне толькі са сваякамі
correspondence-listed-only = Ліставанне толькі з людзьмі са спіса
correspondence-intermediary-only = Ліставанне толькі праз пасярэдніка
correspondence-banned = Ліставанне забаронена
correspondence-requests-no-mail = Просьба не пісаць
correspondence-unknown = Невядома, ці дазволена ліставанне

rule-language = На якой мове пісаць
rule-who = Хто можа пісаць
rule-enclosures = Што можна ўкласці
rule-reply = Як атрымаць адказ
rule-write-about = Пра што пісаць
rule-avoid = Пра што не пісаць
rule-safety = Бяспека адпраўніка
rule-number = Колькі і якіх лістоў прымаюць

foreign-cards-yes = Замежныя карткі прымаюць
foreign-cards-no = Замежных картак не прымаюць
foreign-cards-unknown = Невядома, ці прымаюць замежныя карткі



## Recognition, organisations and support

recognition-political-prisoner =
    { $gender ->
        [male] Палітвязень
        [female] Палітзняволеная
       *[other] Статус палітвязня
    }
recognition-prisoner-of-conscience =
    { $gender ->
        [male] Вязень сумлення
        [female] Прызнаная вязнем сумлення
       *[other] Статус вязня сумлення
    }
recognition-arbitrary-detention = Пазбаўленне волі прызнана адвольным
recognition-award = Узнагарода
recognition-rehabilitation = Рэабілітацыя
recognition-other = Іншае прызнанне

# $country is the country's name in the nominative.
designation-foreign-agent = { $country }: абвешчана «замежным агентам»
designation-undesirable = { $country }: абвешчана «непажаданай арганізацыяй»
designation-extremist = { $country }: абвешчана «экстрэмісцкай арганізацыяй»
designation-terrorist = { $country }: абвешчана «тэрарыстычнай арганізацыяй»
designation-liquidated = { $country }: ліквідавана ўладамі
designated-risk = { $country }: за сувязь з гэтай арганізацыяй, ахвяраванні ёй і спасылкі на яе могуць пераследаваць.

# Пра што можа быць ліст; унутры сказа.
topic-books = кнігі
topic-poetry = паэзія
topic-history = гісторыя
topic-languages = мовы
topic-philosophy = філасофія
topic-theatre = тэатр
topic-cinema = кіно
topic-music = музыка
topic-art = мастацтва
topic-photography = фатаграфія
topic-crafts = рукадзелле і рамёствы
topic-chess = шахматы
topic-games = гульні і галаваломкі
topic-sport = спорт
topic-football = футбол
topic-nature = прырода
topic-animals = жывёлы
topic-gardening = садоўніцтва
topic-cooking = кулінарыя
topic-science = навука
topic-mathematics = матэматыка
topic-programming = праграмаванне
topic-travel = падарожжы
topic-humour = гумар

support-website = Сайт
support-petition = Петыцыя
support-donate = Ахвяраваць
support-group = Група падтрымкі
support-other = Іншая спасылка

role-recognises = Прызнае палітвязняў
role-supports = Дапамагае зняволеным
role-legal-aid = Дае юрыдычную дапамогу
role-letters = Займаецца лістамі
role-monitors = Сочыць за парушэннямі правоў
role-media = Піша пра пераслед
role-intergovernmental = Міжурадавая арганізацыя
role-other = Іншая арганізацыя
