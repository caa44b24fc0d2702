## unreviewed

### The words of the field. A reviewer who has read the whole file puts
### `## reviewed: NAME` in place of the first line.
###
### $gender is male, female or other and serves grammar only.
### $since, $when and $facility are finished phrases and may be empty:
### `{ tail-since }` adds the phrase if there is one, and nothing otherwise.


## Dates in a sentence

on-day = { $day } { $month } { $year } року
in-month = у { $month } { $year } року
in-year = у { $year } році
since-day =
    { $day ->
        [4] із { $day } { $month } { $year } року
        [6] із { $day } { $month } { $year } року
        [7] із { $day } { $month } { $year } року
        [14] із { $day } { $month } { $year } року
        [16] із { $day } { $month } { $year } року
        [17] із { $day } { $month } { $year } року
       *[other] з { $day } { $month } { $year } року
    }
since-month = з { $month } { $year } року
since-year = з { $year } року

month-in-1 = січні
month-in-2 = лютому
month-in-3 = березні
month-in-4 = квітні
month-in-5 = травні
month-in-6 = червні
month-in-7 = липні
month-in-8 = серпні
month-in-9 = вересні
month-in-10 = жовтні
month-in-11 = листопаді
month-in-12 = грудні

month-of-1 = січня
month-of-2 = лютого
month-of-3 = березня
month-of-4 = квітня
month-of-5 = травня
month-of-6 = червня
month-of-7 = липня
month-of-8 = серпня
month-of-9 = вересня
month-of-10 = жовтня
month-of-11 = листопада
month-of-12 = грудня

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

custody-free-pending-trial = На волі до суду
custody-travel-restriction = Підписка про невиїзд
custody-house-arrest = Домашній арешт
custody-pretrial = Під вартою до вироку
custody-convicted-awaiting-transfer = Після вироку, до етапування
custody-in-transit = Етапування
custody-open-settlement = Колонія-поселення
custody-colony = Колонія
custody-prison = Тюрма
custody-compulsory-psychiatric = Примусове психіатричне лікування
custody-compulsory-labour = Примусові роботи
custody-prisoner-of-war = Полон
custody-disappeared = Насильницьке зникнення
custody-released = Звільнення
custody-exchanged = Звільнення під час обміну
custody-deported = Вислання з країни
custody-pardoned = Помилування
custody-acquitted = Виправдувальний вирок
custody-wanted = У розшуку
custody-died = Смерть у неволі
custody-unknown = Становище невідоме


## Custody: one sentence for the head of a profile

state-free-pending-trial = До суду на волі{ tail-since }.
state-travel-restriction = Під підпискою про невиїзд{ tail-since }.
state-house-arrest = Під домашнім арештом{ tail-since }.
state-pretrial = Під вартою до вироку{ tail-since }{ tail-facility }.
state-convicted-awaiting-transfer =
    { $gender ->
        [male] Засуджений і чекає на етапування{ tail-since }{ tail-facility }.
        [female] Засуджена й чекає на етапування{ tail-since }{ tail-facility }.
       *[other] Після вироку чекає на етапування{ tail-since }{ tail-facility }.
    }
state-in-transit = Триває етапування{ tail-since }: будь ласка, зараз не пишіть.
state-open-settlement = Перебуває в колонії-поселенні{ tail-since }{ tail-facility }.
state-colony = Перебуває в колонії{ tail-since }{ tail-facility }.
state-prison = Перебуває в тюрмі{ tail-since }{ tail-facility }.
state-compulsory-psychiatric = Перебуває на примусовому психіатричному лікуванні{ tail-since }{ tail-facility }.
state-compulsory-labour = Відбуває примусові роботи{ tail-since }{ tail-facility }.
state-prisoner-of-war = Перебуває в полоні{ tail-since }.
state-disappeared =
    { $gender ->
        [male] Зник{ tail-when }: невідомо, де його утримують.
        [female] Зникла{ tail-when }: невідомо, де її утримують.
       *[other] Зникнення{ tail-when }: невідомо, де людину утримують.
    }
state-released =
    { $gender ->
        [male] Звільнений{ tail-when }.
        [female] Звільнена{ tail-when }.
       *[other] Вихід на волю{ tail-when }.
    }
state-exchanged =
    { $gender ->
        [male] Звільнений під час обміну{ tail-when }.
        [female] Звільнена під час обміну{ tail-when }.
       *[other] Вихід на волю під час обміну{ tail-when }.
    }
state-deported =
    { $gender ->
        [male] Висланий з країни{ tail-when }.
        [female] Вислана з країни{ tail-when }.
       *[other] Вислання з країни{ tail-when }.
    }
state-pardoned =
    { $gender ->
        [male] Помилуваний{ tail-when }.
        [female] Помилувана{ tail-when }.
       *[other] Помилування{ tail-when }.
    }
state-acquitted =
    { $gender ->
        [male] Виправданий судом{ tail-when }.
        [female] Виправдана судом{ tail-when }.
       *[other] Виправдувальний вирок{ tail-when }.
    }
state-wanted = У розшуку{ tail-since }.
state-died =
    { $gender ->
        [male] Помер у неволі{ tail-when }.
        [female] Померла в неволі{ tail-when }.
       *[other] Смерть у неволі{ tail-when }.
    }
state-unknown = Теперішнє становище невідоме.

# Follows the sentence on the custody of somebody who was not held at the time.
died-later =
    { $gender ->
        [male] Помер{ tail-when }.
        [female] Померла{ tail-when }.
       *[other] Людини не стало{ tail-when }.
    }


## A punishment cell, which lies over the custody

punishment-shizo = У штрафному ізоляторі (ШІЗО){ tail-since }.
punishment-pkt = У приміщенні камерного типу (ПКТ){ tail-since }.
punishment-epkt = В єдиному приміщенні камерного типу (ЄПКТ){ tail-since }.
punishment-solitary = В одиночній камері{ tail-since }.


## Whether one can write

write-yes = Писати можна.
write-listed = Писати може тільки той, хто є у списку дозволених відправників.
write-intermediary = Писати можна через посередника.
write-agency = Листи передає організація, і тільки від рідних.
write-no = Зараз писати не можна.


## Why no address is shown, and what one can do instead

withheld-not-held =
    { $gender ->
        [male] Адреси немає: він більше не в неволі.
        [female] Адреси немає: вона більше не в неволі.
       *[other] Адреси немає: ця людина більше не в неволі.
    }
withheld-not-held-instead = Напишіть тому, хто досі в неволі й отримує мало листів.

withheld-died =
    { $gender ->
        [male] Адреси немає: він помер.
        [female] Адреси немає: вона померла.
       *[other] Адреси немає: ця людина померла.
    }
withheld-died-instead = Розкажіть про цю людину іншим. Напишіть тому, хто досі в неволі.

withheld-wanted =
    { $gender ->
        [male] Адреси немає: він у розшуку, і будь-яка звістка про те, де він, може зашкодити.
        [female] Адреси немає: вона в розшуку, і будь-яка звістка про те, де вона, може зашкодити.
       *[other] Адреси немає: ця людина в розшуку, і будь-яка звістка про те, де вона, може зашкодити.
    }
withheld-wanted-instead = Будь ласка, не з’ясовуйте й не обговорюйте, де перебуває ця людина. Як підтримати, читайте за посиланнями, якщо вони є на цій сторінці.

withheld-disappeared =
    { $gender ->
        [male] Адреси немає: невідомо, де його утримують.
        [female] Адреси немає: невідомо, де її утримують.
       *[other] Адреси немає: невідомо, де утримують цю людину.
    }
withheld-disappeared-instead = Про зникнення можна написати владі та міжнародним організаціям. Якщо ви живете в тій самій країні, спершу подумайте про власну безпеку.

withheld-free-pending-trial =
    { $gender ->
        [male] Адреси немає: до суду він на волі, а домашніх адрес ми не публікуємо.
        [female] Адреси немає: до суду вона на волі, а домашніх адрес ми не публікуємо.
       *[other] Адреси немає: до суду ця людина на волі, а домашніх адрес ми не публікуємо.
    }
withheld-free-pending-trial-instead = Як підтримати, читайте за посиланнями, якщо вони є на цій сторінці.

withheld-travel-restriction =
    { $gender ->
        [male] Адреси немає: він під підпискою про невиїзд, а домашніх адрес ми не публікуємо.
        [female] Адреси немає: вона під підпискою про невиїзд, а домашніх адрес ми не публікуємо.
       *[other] Адреси немає: ця людина під підпискою про невиїзд, а домашніх адрес ми не публікуємо.
    }
withheld-travel-restriction-instead = Як підтримати, читайте за посиланнями, якщо вони є на цій сторінці.

withheld-house-arrest =
    { $gender ->
        [male] Адреси немає: він під домашнім арештом. Домашніх адрес ми не публікуємо, а листування міг заборонити суд.
        [female] Адреси немає: вона під домашнім арештом. Домашніх адрес ми не публікуємо, а листування міг заборонити суд.
       *[other] Адреси немає: ця людина під домашнім арештом. Домашніх адрес ми не публікуємо, а листування міг заборонити суд.
    }
withheld-house-arrest-instead = Слова підтримки іноді може передати адвокат або група підтримки: подивіться, чи є посилання на цій сторінці.

withheld-in-transit =
    { $gender ->
        [male] Адреси немає: його етапують. Лист на попереднє місце його вже не застане.
        [female] Адреси немає: її етапують. Лист на попереднє місце її вже не застане.
       *[other] Адреси немає: цю людину етапують. Лист на попереднє місце її вже не застане.
    }
withheld-in-transit-instead = Зачекайте: етапування може тривати тижнями. Адреса з’явиться тут, коли прибуття підтвердиться.

withheld-custody-unknown =
    { $gender ->
        [male] Адреси немає: ми не знаємо, що з ним зараз.
        [female] Адреси немає: ми не знаємо, що з нею зараз.
       *[other] Адреси немає: ми не знаємо, що зараз із цією людиною.
    }
withheld-custody-unknown-instead = Якщо ви знаєте більше, розкажіть про це безпечним способом тим, хто веде цей сайт.

withheld-facility-unknown =
    { $gender ->
        [male] Адреси немає: ми не знаємо, де його утримують.
        [female] Адреси немає: ми не знаємо, де її утримують.
       *[other] Адреси немає: ми не знаємо, де утримують цю людину.
    }
withheld-facility-unknown-instead = Якщо ви знаєте більше, розкажіть про це безпечним способом тим, хто веде цей сайт.

withheld-facility-closed =
    { $gender ->
        [male] Адреси немає: установу, де його утримували, закрили.
        [female] Адреси немає: установу, де її утримували, закрили.
       *[other] Адреси немає: установу, де утримували цю людину, закрили.
    }
withheld-facility-closed-instead = Не пишіть на стару адресу. Нова з’явиться тут, коли нове місце стане відоме й підтверджене.

withheld-correspondence-banned =
    { $gender ->
        [male] Адреси немає: йому заборонили листування.
        [female] Адреси немає: їй заборонили листування.
       *[other] Адреси немає: цій людині заборонили листування.
    }
withheld-correspondence-banned-instead = Листа не віддадуть, і він може зашкодити. Як підтримати інакше, читайте за посиланнями, якщо вони є на цій сторінці.

withheld-correspondence-relatives-only =
    { $gender ->
        [male] Адреси немає: листуватися з ним можуть тільки родичі.
        [female] Адреси немає: листуватися з нею можуть тільки родичі.
       *[other] Адреси немає: листуватися із цією людиною можуть тільки родичі.
    }
withheld-correspondence-relatives-only-instead = Не видавайте себе за родичів. Як підтримати інакше, читайте за посиланнями, якщо вони є на цій сторінці.

withheld-correspondence-requests-no-mail =
    { $gender ->
        [male] Адреси немає: він просить йому не писати.
        [female] Адреси немає: вона просить їй не писати.
       *[other] Адреси немає: ця людина просить їй не писати.
    }
withheld-correspondence-requests-no-mail-instead = Будь ласка, не пишіть і не шукайте адреси деінде. Напишіть тому, хто чекає на листи.

withheld-correspondence-unknown =
    { $gender ->
        [male] Адреси немає: ми не знаємо, чи можна йому писати.
        [female] Адреси немає: ми не знаємо, чи можна їй писати.
       *[other] Адреси немає: ми не знаємо, чи можна писати цій людині.
    }
withheld-correspondence-unknown-instead = Зайдіть пізніше. А поки що напишіть тому, кому писати можна.

withheld-never-verified =
    { $gender ->
        [male] Адресу не показано: ми ще не переконалися, що він справді там.
        [female] Адресу не показано: ми ще не переконалися, що вона справді там.
       *[other] Адресу не показано: ми ще не переконалися, що ця людина справді там.
    }
withheld-never-verified-instead = Зайдіть пізніше. А поки що напишіть тому, чию адресу перевірено.

withheld-verification-too-old = Адресу не показано: її востаннє перевіряли надто давно, і людину могли перевести.
withheld-verification-too-old-instead = Зайдіть пізніше. А поки що напишіть тому, чию адресу перевірено.

withheld-release-expected =
    { $gender ->
        [male] Адресу не показано: очікуваний день звільнення минув, і він, можливо, уже на волі.
        [female] Адресу не показано: очікуваний день звільнення минув, і вона, можливо, уже на волі.
       *[other] Адресу не показано: очікуваний день звільнення минув, і ця людина, можливо, уже на волі.
    }
withheld-release-expected-instead = Зайдіть пізніше: ми чекаємо на підтвердження.

withheld-birth-unpublished = Адресу не показано: без року народження лист не дійде, а публікувати рік народження не можна.
withheld-birth-unpublished-instead = Запитайте групу підтримки, як передати листа, якщо на цій сторінці є посилання на неї.

withheld-address-incomplete = Адресу не показано: вона неповна, і лист міг би загубитися.
withheld-address-incomplete-instead = Зайдіть пізніше. А поки що напишіть тому, чию адресу перевірено.

withheld-unconfirmed =
    { $gender ->
        [male] Адресу не показано: останні новини про нього не підтверджено.
        [female] Адресу не показано: останні новини про неї не підтверджено.
       *[other] Адресу не показано: останні новини про цю людину не підтверджено.
    }
withheld-unconfirmed-instead = Зайдіть пізніше: ми чекаємо на підтвердження.

withheld-intermediary-without-consent =
    { $gender ->
        [male] Адреси немає: писати йому можна тільки через посередника, а згоди посередника на публікацію адреси ми не маємо.
        [female] Адреси немає: писати їй можна тільки через посередника, а згоди посередника на публікацію адреси ми не маємо.
       *[other] Адреси немає: писати цій людині можна тільки через посередника, а згоди посередника на публікацію адреси ми не маємо.
    }
withheld-intermediary-without-consent-instead = Запитайте групу підтримки, як передати листа, якщо на цій сторінці є посилання на неї.

withheld-minor = Адресу, прізвище й фотографію не показано: так ми захищаємо тих, кого позбавили волі ще неповнолітніми.
withheld-minor-instead = Будь ласка, не шукайте й не публікуйте імені та адреси. Як підтримати, читайте за посиланнями, якщо вони є на цій сторінці.

withheld-prisoner-of-war-no-agency = Адреси немає: листи військовополоненим передають тільки спеціальні організації, і ми не знаємо, яка з них робить це тут.
withheld-prisoner-of-war-no-agency-instead = Рідні можуть звернутися до Центрального агентства з розшуку Міжнародного комітету Червоного Хреста.


## Events of the timeline and the feed

event-search = Обшук
event-measure = Запобіжний захід
event-wanted = Оголошення в розшук
event-arrest = Арешт
event-capture = Взяття в полон
event-disappearance = Зникнення
event-charge = Пред’явлення обвинувачення
event-hearing = Судове засідання
event-verdict = Вирок
event-appeal = Апеляція
event-cassation = Касація
event-transfer-start = Початок етапування
event-transfer-end = Прибуття після етапування
event-punishment-start = Початок дисциплінарного стягнення
event-punishment-end = Кінець дисциплінарного стягнення
event-hunger-strike = Голодування
event-health-alert = Тривога за здоров’я
event-recognition = Визнання правозахисниками
event-terror-list-add = Внесення до переліку терористів та екстремістів
event-terror-list-remove = Вилучення з переліку терористів та екстремістів
event-correspondence = Зміна правил листування
event-release = Звільнення
event-exchange = Звільнення під час обміну
event-deportation = Вислання з країни
event-pardon = Помилування
event-acquittal = Виправдувальний вирок
event-death = Смерть

certainty-confirmed = підтверджено
certainty-reported = за повідомленнями
certainty-uncertain = непевно


## Facilities

facility-type-ivs = Ізолятор тимчасового тримання (ІТТ)
facility-type-sizo = Слідчий ізолятор (СІЗО)
facility-type-ik = Виправна колонія (ІК)
facility-type-kp = Колонія-поселення (КП)
facility-type-prison = Тюрма
facility-type-lpu = Тюремна лікарня (ЛПУ)
facility-type-vk = Виховна колонія (ВК)
facility-type-psychiatric = Психіатрична лікарня
facility-type-camp = Табір
facility-type-other = Інше місце несвободи

channel-post = Пошта
channel-parcels = Посилки


## Correspondence and the rules for letters

correspondence-open = Листування дозволено
correspondence-relatives-only = Листування тільки з родичами
correspondence-listed-only = Листування тільки з людьми зі списку
correspondence-intermediary-only = Листування тільки через посередника
correspondence-banned = Листування заборонено
correspondence-requests-no-mail = Прохання не писати
correspondence-unknown = Невідомо, чи дозволено листування

rule-language = Якою мовою писати
rule-who = Хто може писати
rule-enclosures = Що можна вкласти
rule-reply = Як отримати відповідь
rule-write-about = Про що писати
rule-avoid = Про що не писати
rule-safety = Безпека відправника
rule-number = Скільки листів приймають і яких

foreign-cards-yes = Іноземні картки приймають
foreign-cards-no = Іноземних карток не приймають
foreign-cards-unknown = Невідомо, чи приймають іноземні картки



## Recognition, organisations and support

recognition-political-prisoner =
    { $gender ->
        [male] Політв’язень
        [female] Політв’язенка
       *[other] Статус політв’язня
    }
recognition-prisoner-of-conscience =
    { $gender ->
        [male] В’язень сумління
        [female] В’язенка сумління
       *[other] Статус в’язня сумління
    }
recognition-arbitrary-detention = Позбавлення волі визнано свавільним
recognition-award = Нагорода
recognition-rehabilitation = Реабілітація
recognition-other = Інше визнання

# $country is the country's name in the nominative.
designation-foreign-agent = { $country }: оголошено «іноземним агентом»
designation-undesirable = { $country }: оголошено «небажаною організацією»
designation-extremist = { $country }: оголошено «екстремістською організацією»
designation-terrorist = { $country }: оголошено «терористичною організацією»
designation-liquidated = { $country }: влада ліквідувала організацію
designated-risk = { $country }: за зв’язок із цією організацією, пожертви для неї та посилання на неї можуть переслідувати.

# Про що може бути лист; усередині речення.
topic-books = книжки
topic-poetry = поезія
topic-history = історія
topic-languages = мови
topic-philosophy = філософія
topic-theatre = театр
topic-cinema = кіно
topic-music = музика
topic-art = мистецтво
topic-photography = фотографія
topic-crafts = рукоділля й ремесла
topic-chess = шахи
topic-games = ігри та головоломки
topic-sport = спорт
topic-football = футбол
topic-nature = природа
topic-animals = тварини
topic-gardening = садівництво
topic-cooking = кулінарія
topic-science = наука
topic-mathematics = математика
topic-programming = програмування
topic-travel = подорожі
topic-humour = гумор

support-website = Сайт
support-petition = Петиція
support-donate = Пожертвувати
support-group = Група підтримки
support-other = Інше посилання

role-recognises = Визнає політв’язнів
role-supports = Допомагає ув’язненим
role-legal-aid = Надає правову допомогу
role-letters = Допомагає з листами
role-monitors = Стежить за порушеннями прав
role-media = Пише про переслідування
role-intergovernmental = Міжурядова організація
role-other = Інша організація
