## unreviewed

### The words of the field. A reviewer who has read the whole file puts
### `## reviewed: NAME` in place of the first line.
###
### $gender is male, female or other and serves grammar only.
### $since, $when and $facility are finished phrases and may be empty:
### `{ tail-since }` adds the phrase if there is one, and nothing otherwise.


## Dates in a sentence

on-day = { $day } { $month } { $year } года
in-month = в { $month } { $year } года
in-year = в { $year } году
since-day =
    { $day ->
        [2] со { $day } { $month } { $year } года
       *[other] с { $day } { $month } { $year } года
    }
since-month = с { $month } { $year } года
since-year = с { $year } года

month-in-1 = январе
month-in-2 = феврале
month-in-3 = марте
month-in-4 = апреле
month-in-5 = мае
month-in-6 = июне
month-in-7 = июле
month-in-8 = августе
month-in-9 = сентябре
month-in-10 = октябре
month-in-11 = ноябре
month-in-12 = декабре

month-of-1 = января
month-of-2 = февраля
month-of-3 = марта
month-of-4 = апреля
month-of-5 = мая
month-of-6 = июня
month-of-7 = июля
month-of-8 = августа
month-of-9 = сентября
month-of-10 = октября
month-of-11 = ноября
month-of-12 = декабря

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

custody-free-pending-trial = На свободе до суда
custody-travel-restriction = Подписка о невыезде
custody-house-arrest = Домашний арест
custody-pretrial = Под стражей до приговора
custody-convicted-awaiting-transfer = После приговора, до этапа
custody-in-transit = На этапе
custody-open-settlement = Колония-поселение
custody-colony = Колония
custody-prison = Тюрьма
custody-compulsory-psychiatric = Принудительное лечение
custody-compulsory-labour = Принудительные работы
custody-prisoner-of-war = Плен
custody-disappeared = Насильственное исчезновение
custody-released = Освобождение
custody-exchanged = Освобождение по обмену
custody-deported = Высылка из страны
custody-pardoned = Помилование
custody-acquitted = Оправдание судом
custody-wanted = В розыске
custody-died = Смерть в заключении
custody-unknown = Положение неизвестно


## Custody: one sentence for the head of a profile

state-free-pending-trial = До суда на свободе{ tail-since }.
state-travel-restriction = Под подпиской о невыезде{ tail-since }.
state-house-arrest = Под домашним арестом{ tail-since }.
state-pretrial = Под стражей до приговора{ tail-since }{ tail-facility }.
state-convicted-awaiting-transfer =
    { $gender ->
        [male] Осуждён и ждёт этапа{ tail-since }{ tail-facility }.
        [female] Осуждена и ждёт этапа{ tail-since }{ tail-facility }.
       *[other] После приговора ждёт этапа{ tail-since }{ tail-facility }.
    }
state-in-transit = Этапируется{ tail-since }: писать сейчас не надо.
state-open-settlement = Находится в колонии-поселении{ tail-since }{ tail-facility }.
state-colony = Находится в колонии{ tail-since }{ tail-facility }.
state-prison = Находится в тюрьме{ tail-since }{ tail-facility }.
state-compulsory-psychiatric = Находится на принудительном психиатрическом лечении{ tail-since }{ tail-facility }.
state-compulsory-labour = Отбывает принудительные работы{ tail-since }{ tail-facility }.
state-prisoner-of-war = Находится в плену{ tail-since }.
state-disappeared =
    { $gender ->
        [male] Пропал{ tail-when }: где его удерживают, неизвестно.
        [female] Пропала{ tail-when }: где её удерживают, неизвестно.
       *[other] Исчезновение{ tail-when }: где человека удерживают, неизвестно.
    }
state-released =
    { $gender ->
        [male] Освобождён{ tail-when }.
        [female] Освобождена{ tail-when }.
       *[other] Выход на свободу{ tail-when }.
    }
state-exchanged =
    { $gender ->
        [male] Освобождён по обмену{ tail-when }.
        [female] Освобождена по обмену{ tail-when }.
       *[other] Выход на свободу по обмену{ tail-when }.
    }
state-deported =
    { $gender ->
        [male] Выслан из страны{ tail-when }.
        [female] Выслана из страны{ tail-when }.
       *[other] Высылка из страны{ tail-when }.
    }
state-pardoned =
    { $gender ->
        [male] Помилован{ tail-when }.
        [female] Помилована{ tail-when }.
       *[other] Помилование{ tail-when }.
    }
state-acquitted =
    { $gender ->
        [male] Оправдан судом{ tail-when }.
        [female] Оправдана судом{ tail-when }.
       *[other] Оправдательный приговор{ tail-when }.
    }
state-wanted = В розыске{ tail-since }.
state-died =
    { $gender ->
        [male] Умер в заключении{ tail-when }.
        [female] Умерла в заключении{ tail-when }.
       *[other] Смерть в заключении{ tail-when }.
    }
state-unknown = Нынешнее положение неизвестно.

# Follows the sentence on the custody of somebody who was not held at the time.
died-later =
    { $gender ->
        [male] Умер{ tail-when }.
        [female] Умерла{ tail-when }.
       *[other] Человека не стало{ tail-when }.
    }


## A punishment cell, which lies over the custody

punishment-shizo = В штрафном изоляторе (ШИЗО){ tail-since }.
punishment-pkt = В помещении камерного типа (ПКТ){ tail-since }.
punishment-epkt = В едином помещении камерного типа (ЕПКТ){ tail-since }.
punishment-solitary = В одиночной камере{ tail-since }.


## Whether one can write

write-yes = Писать можно.
write-listed = Писать может только тот, кто внесён в список разрешённых отправителей.
write-intermediary = Писать можно через посредника.
write-agency = Письма передаёт организация, и только от родных.
write-no = Писать сейчас нельзя.


## Why no address is shown, and what one can do instead

withheld-not-held =
    { $gender ->
        [male] Адреса нет: он больше не в заключении.
        [female] Адреса нет: она больше не в заключении.
       *[other] Адреса нет: этот человек больше не в заключении.
    }
withheld-not-held-instead = Напишите тому, кто ещё в заключении и получает мало писем.

withheld-died =
    { $gender ->
        [male] Адреса нет: он умер.
        [female] Адреса нет: она умерла.
       *[other] Адреса нет: этого человека больше нет в живых.
    }
withheld-died-instead = Расскажите об этом человеке другим. Напишите тому, кто ещё в заключении.

withheld-wanted =
    { $gender ->
        [male] Адреса нет: он в розыске, и любые сведения о том, где он, могут навредить.
        [female] Адреса нет: она в розыске, и любые сведения о том, где она, могут навредить.
       *[other] Адреса нет: этот человек в розыске, и любые сведения о его местонахождении могут навредить.
    }
withheld-wanted-instead = Не выясняйте и не обсуждайте, где находится этот человек. Как поддержать, сказано по ссылкам, если они есть на этой странице.

withheld-disappeared =
    { $gender ->
        [male] Адреса нет: где его удерживают, неизвестно.
        [female] Адреса нет: где её удерживают, неизвестно.
       *[other] Адреса нет: где удерживают этого человека, неизвестно.
    }
withheld-disappeared-instead = Об исчезновении можно написать властям и международным организациям. Если вы живёте в той же стране, сначала подумайте о своей безопасности.

withheld-free-pending-trial =
    { $gender ->
        [male] Адреса нет: до суда он на свободе, а домашних адресов мы не публикуем.
        [female] Адреса нет: до суда она на свободе, а домашних адресов мы не публикуем.
       *[other] Адреса нет: до суда этот человек на свободе, а домашних адресов мы не публикуем.
    }
withheld-free-pending-trial-instead = Как поддержать, сказано по ссылкам, если они есть на этой странице.

withheld-travel-restriction =
    { $gender ->
        [male] Адреса нет: он под подпиской о невыезде, а домашних адресов мы не публикуем.
        [female] Адреса нет: она под подпиской о невыезде, а домашних адресов мы не публикуем.
       *[other] Адреса нет: этот человек под подпиской о невыезде, а домашних адресов мы не публикуем.
    }
withheld-travel-restriction-instead = Как поддержать, сказано по ссылкам, если они есть на этой странице.

withheld-house-arrest =
    { $gender ->
        [male] Адреса нет: он под домашним арестом. Домашних адресов мы не публикуем, а переписку мог запретить суд.
        [female] Адреса нет: она под домашним арестом. Домашних адресов мы не публикуем, а переписку мог запретить суд.
       *[other] Адреса нет: этот человек под домашним арестом. Домашних адресов мы не публикуем, а переписку мог запретить суд.
    }
withheld-house-arrest-instead = Слова поддержки иногда передают адвокат или группа поддержки: посмотрите, есть ли ссылка на этой странице.

withheld-in-transit =
    { $gender ->
        [male] Адреса нет: его этапируют. Письмо на прежнее место его уже не застанет.
        [female] Адреса нет: её этапируют. Письмо на прежнее место её уже не застанет.
       *[other] Адреса нет: этого человека этапируют. Письмо на прежнее место уже не застанет адресата.
    }
withheld-in-transit-instead = Подождите: этап может длиться неделями. Адрес появится здесь, когда прибытие подтвердится.

withheld-custody-unknown =
    { $gender ->
        [male] Адреса нет: мы не знаем, что с ним сейчас.
        [female] Адреса нет: мы не знаем, что с ней сейчас.
       *[other] Адреса нет: мы не знаем, что сейчас с этим человеком.
    }
withheld-custody-unknown-instead = Если вы знаете больше, безопасным способом сообщите тем, кто ведёт этот сайт.

withheld-facility-unknown =
    { $gender ->
        [male] Адреса нет: мы не знаем, где его держат.
        [female] Адреса нет: мы не знаем, где её держат.
       *[other] Адреса нет: мы не знаем, где держат этого человека.
    }
withheld-facility-unknown-instead = Если вы знаете больше, безопасным способом сообщите тем, кто ведёт этот сайт.

withheld-facility-closed =
    { $gender ->
        [male] Адреса нет: учреждение, где он находился, закрыто.
        [female] Адреса нет: учреждение, где она находилась, закрыто.
       *[other] Адреса нет: учреждение, где находился этот человек, закрыто.
    }
withheld-facility-closed-instead = Не пишите по старому адресу. Новый появится здесь, когда станет известно место и это подтвердится.

withheld-correspondence-banned =
    { $gender ->
        [male] Адреса нет: ему запретили переписку.
        [female] Адреса нет: ей запретили переписку.
       *[other] Адреса нет: этому человеку запретили переписку.
    }
withheld-correspondence-banned-instead = Письмо не отдадут, и оно может навредить. Как поддержать иначе, сказано по ссылкам, если они есть на этой странице.

withheld-correspondence-relatives-only =
    { $gender ->
        [male] Адреса нет: переписываться с ним могут только родственники.
        [female] Адреса нет: переписываться с ней могут только родственники.
       *[other] Адреса нет: переписываться с этим человеком могут только родственники.
    }
withheld-correspondence-relatives-only-instead = Не выдавайте себя за родственника. Как поддержать иначе, сказано по ссылкам, если они есть на этой странице.

withheld-correspondence-requests-no-mail =
    { $gender ->
        [male] Адреса нет: он просит ему не писать.
        [female] Адреса нет: она просит ей не писать.
       *[other] Адреса нет: этот человек просит ему не писать.
    }
withheld-correspondence-requests-no-mail-instead = Пожалуйста, не пишите и не ищите адрес в других местах. Напишите тому, кто ждёт писем.

withheld-correspondence-unknown =
    { $gender ->
        [male] Адреса нет: мы не знаем, можно ли ему писать.
        [female] Адреса нет: мы не знаем, можно ли ей писать.
       *[other] Адреса нет: мы не знаем, можно ли писать этому человеку.
    }
withheld-correspondence-unknown-instead = Зайдите позже. А пока напишите тому, кому писать можно.

withheld-never-verified =
    { $gender ->
        [male] Адрес не показан: мы ещё не убедились, что он действительно там.
        [female] Адрес не показан: мы ещё не убедились, что она действительно там.
       *[other] Адрес не показан: мы ещё не убедились, что этот человек действительно там.
    }
withheld-never-verified-instead = Зайдите позже. А пока напишите тому, чей адрес проверен.

withheld-verification-too-old = Адрес не показан: его проверяли слишком давно, и человека могли перевести.
withheld-verification-too-old-instead = Зайдите позже. А пока напишите тому, чей адрес проверен.

withheld-release-expected =
    { $gender ->
        [male] Адрес не показан: ожидаемый день освобождения прошёл, и он, возможно, уже на свободе.
        [female] Адрес не показан: ожидаемый день освобождения прошёл, и она, возможно, уже на свободе.
       *[other] Адрес не показан: ожидаемый день освобождения прошёл, и этот человек, возможно, уже на свободе.
    }
withheld-release-expected-instead = Зайдите позже: мы ждём подтверждения.

withheld-birth-unpublished = Адрес не показан: без года рождения письмо не дойдёт, а публиковать год рождения нельзя.
withheld-birth-unpublished-instead = Спросите группу поддержки, как передать письмо, если ссылка на неё есть на этой странице.

withheld-address-incomplete = Адрес не показан: он неполный, и письмо могло бы пропасть.
withheld-address-incomplete-instead = Зайдите позже. А пока напишите тому, чей адрес проверен.

withheld-unconfirmed =
    { $gender ->
        [male] Адрес не показан: последние новости о нём не подтверждены.
        [female] Адрес не показан: последние новости о ней не подтверждены.
       *[other] Адрес не показан: последние новости об этом человеке не подтверждены.
    }
withheld-unconfirmed-instead = Зайдите позже: мы ждём подтверждения.

withheld-intermediary-without-consent =
    { $gender ->
        [male] Адреса нет: писать ему можно только через посредника, а согласия посредника на публикацию адреса у нас нет.
        [female] Адреса нет: писать ей можно только через посредника, а согласия посредника на публикацию адреса у нас нет.
       *[other] Адреса нет: писать этому человеку можно только через посредника, а согласия посредника на публикацию адреса у нас нет.
    }
withheld-intermediary-without-consent-instead = Спросите группу поддержки, как передать письмо, если ссылка на неё есть на этой странице.

withheld-minor = Адрес, фамилия и фотография не показаны: так мы защищаем тех, кого лишили свободы несовершеннолетними.
withheld-minor-instead = Пожалуйста, не ищите и не публикуйте имя и адрес. Как поддержать, сказано по ссылкам, если они есть на этой странице.

withheld-prisoner-of-war-no-agency = Адреса нет: письма военнопленным передают только особые организации, и мы не знаем, какая из них делает это здесь.
withheld-prisoner-of-war-no-agency-instead = Родные могут обратиться в Центральное агентство по розыску Международного Комитета Красного Креста.


## Events of the timeline and the feed

event-search = Обыск
event-measure = Мера пресечения
event-wanted = Объявление в розыск
event-arrest = Арест
event-capture = Взятие в плен
event-disappearance = Исчезновение
event-charge = Предъявление обвинения
event-hearing = Судебное заседание
event-verdict = Приговор
event-appeal = Апелляция
event-cassation = Кассация
event-transfer-start = Отправка на этап
event-transfer-end = Прибытие с этапа
event-punishment-start = Начало дисциплинарного взыскания
event-punishment-end = Конец дисциплинарного взыскания
event-hunger-strike = Голодовка
event-health-alert = Опасения за здоровье
event-recognition = Признание правозащитниками
event-terror-list-add = Внесение в перечень террористов и экстремистов
event-terror-list-remove = Исключение из перечня террористов и экстремистов
event-correspondence = Перемена в правилах переписки
event-release = Освобождение
event-exchange = Освобождение по обмену
event-deportation = Высылка из страны
event-pardon = Помилование
event-acquittal = Оправдательный приговор
event-death = Смерть

certainty-confirmed = подтверждено
certainty-reported = по сообщениям
certainty-uncertain = под вопросом


## Facilities

facility-type-ivs = Изолятор временного содержания (ИВС)
facility-type-sizo = Следственный изолятор (СИЗО)
facility-type-ik = Исправительная колония (ИК)
facility-type-kp = Колония-поселение (КП)
facility-type-prison = Тюрьма
facility-type-lpu = Лечебное учреждение (ЛПУ)
facility-type-vk = Воспитательная колония (ВК)
facility-type-psychiatric = Психиатрическая больница
facility-type-camp = Лагерь
facility-type-other = Другое место лишения свободы

channel-post = Почта
channel-parcels = Посылки


## Correspondence and the rules for letters

correspondence-open = Переписка разрешена
correspondence-relatives-only = Переписка только с родственниками
correspondence-listed-only = Переписка только с людьми из списка
correspondence-intermediary-only = Переписка только через посредника
correspondence-banned = Переписка запрещена
correspondence-requests-no-mail = Просьба не писать
correspondence-unknown = О переписке ничего не известно

rule-language = На каком языке писать
rule-who = Кто может писать
rule-enclosures = Что можно вложить
rule-reply = Как получить ответ
rule-write-about = О чём писать
rule-avoid = О чём не писать
rule-safety = Безопасность отправителя
rule-number = Сколько и каких писем принимают

foreign-cards-yes = Иностранные карты принимают
foreign-cards-no = Иностранные карты не принимают
foreign-cards-unknown = Принимают ли иностранные карты, неизвестно



## Recognition, organisations and support

recognition-political-prisoner =
    { $gender ->
        [male] Политзаключённый
        [female] Политзаключённая
       *[other] Статус политзаключённого
    }
recognition-prisoner-of-conscience =
    { $gender ->
        [male] Узник совести
        [female] Узница совести
       *[other] Статус узника совести
    }
recognition-arbitrary-detention = Лишение свободы признано произвольным
recognition-award = Награда
recognition-rehabilitation = Реабилитация
recognition-other = Другое признание

# $country is the country's name in the nominative.
designation-foreign-agent = { $country }: объявлена «иностранным агентом»
designation-undesirable = { $country }: объявлена «нежелательной организацией»
designation-extremist = { $country }: объявлена «экстремистской организацией»
designation-terrorist = { $country }: объявлена «террористической организацией»
designation-liquidated = { $country }: ликвидирована властями
designated-risk = { $country }: за связь с этой организацией, пожертвования ей и ссылки на неё могут преследовать.

# О чём может быть письмо; внутри предложения.
topic-books = книги
topic-poetry = поэзия
topic-history = история
topic-languages = языки
topic-philosophy = философия
topic-theatre = театр
topic-cinema = кино
topic-music = музыка
topic-art = искусство
topic-photography = фотография
topic-crafts = рукоделие и ремёсла
topic-chess = шахматы
topic-games = игры и головоломки
topic-sport = спорт
topic-football = футбол
topic-nature = природа
topic-animals = животные
topic-gardening = садоводство
topic-cooking = кулинария
topic-science = наука
topic-mathematics = математика
topic-programming = программирование
topic-travel = путешествия
topic-humour = юмор

support-website = Сайт
support-petition = Петиция
support-donate = Пожертвовать
support-group = Группа поддержки
support-other = Другая ссылка

role-recognises = Признаёт политзаключённых
role-supports = Помогает заключённым
role-legal-aid = Даёт юридическую помощь
role-letters = Занимается письмами
role-monitors = Следит за нарушениями прав
role-media = Пишет о преследованиях
role-intergovernmental = Межгосударственная организация
role-other = Другая организация
