## unreviewed

### The words of the field. A reviewer who has read the whole file puts
### `## reviewed: NAME` in place of the first line.
###
### Persian has no grammatical gender, so that $gender is not asked for.
### $since, $when and $facility are finished phrases and may be empty. The first
### two stand before the verb: `{ tail-since }` puts the phrase and a space if
### there is one, and nothing otherwise.
### $solar is the date in the Solar Hijri calendar with its space and brackets, or
### empty before that calendar was in use.


## Dates in a sentence

on-day = در { $day } { $month } { $year }{ $solar }
in-month = در { $month } { $year }{ $solar }
in-year = در سال { $year }{ $solar }
since-day = از { $day } { $month } { $year }{ $solar }
since-month = از { $month } { $year }{ $solar }
since-year = از سال { $year }{ $solar }

month-in-1 = ژانویه
month-in-2 = فوریه
month-in-3 = مارس
month-in-4 = آوریل
month-in-5 = مه
month-in-6 = ژوئن
month-in-7 = ژوئیه
month-in-8 = اوت
month-in-9 = سپتامبر
month-in-10 = اکتبر
month-in-11 = نوامبر
month-in-12 = دسامبر

month-of-1 = ژانویه
month-of-2 = فوریه
month-of-3 = مارس
month-of-4 = آوریل
month-of-5 = مه
month-of-6 = ژوئن
month-of-7 = ژوئیه
month-of-8 = اوت
month-of-9 = سپتامبر
month-of-10 = اکتبر
month-of-11 = نوامبر
month-of-12 = دسامبر

tail-since =
    { $has-since ->
        [yes] { $since }{ " " }
       *[no] { "" }
    }
tail-when =
    { $has-when ->
        [yes] { $when }{ " " }
       *[no] { "" }
    }
tail-facility =
    { $has-facility ->
        [yes] : { $facility }
       *[no] { "" }
    }


## Custody: a short label

custody-free-pending-trial = آزاد تا زمان محاکمه
custody-travel-restriction = ممنوعیت خروج از محل
custody-house-arrest = حبس خانگی
custody-pretrial = بازداشت موقت
custody-convicted-awaiting-transfer = محکوم، در انتظار انتقال
custody-in-transit = در حال انتقال
custody-open-settlement = کلنی سکونتی
custody-colony = کلنی کیفری
custody-prison = زندان
custody-compulsory-psychiatric = درمان اجباری روان‌پزشکی
custody-compulsory-labour = کار اجباری
custody-prisoner-of-war = اسیر جنگی
custody-disappeared = ناپدیدسازی قهری
custody-released = آزادشده
custody-exchanged = آزادشده در تبادل
custody-deported = اخراج‌شده از کشور
custody-pardoned = عفوشده
custody-acquitted = تبرئه‌شده
custody-wanted = تحت تعقیب
custody-died = درگذشته در بازداشت
custody-unknown = وضعیت نامعلوم


## Custody: one sentence for the head of a profile

state-free-pending-trial = { tail-since }تا زمان محاکمه آزاد است.
state-travel-restriction = { tail-since }از خروج از محل زندگی منع شده است.
state-house-arrest = { tail-since }در حبس خانگی است.
state-pretrial = { tail-since }در بازداشت موقت است{ tail-facility }.
state-convicted-awaiting-transfer = { tail-since }محکوم شده و در انتظار انتقال است{ tail-facility }.
state-in-transit = { tail-since }در حال انتقال میان زندان‌هاست؛ لطفاً فعلاً نامه ننویسید.
state-open-settlement = { tail-since }در کلنی سکونتی است{ tail-facility }.
state-colony = { tail-since }در کلنی کیفری است{ tail-facility }.
state-prison = { tail-since }در زندان است{ tail-facility }.
state-compulsory-psychiatric = { tail-since }تحت درمان اجباری روان‌پزشکی است{ tail-facility }.
state-compulsory-labour = { tail-since }در حال گذراندن محکومیت کار اجباری است{ tail-facility }.
state-prisoner-of-war = { tail-since }اسیر جنگی است.
state-disappeared = { tail-when }ناپدید شد؛ محل نگهداری معلوم نیست.
state-released = { tail-when }آزاد شد.
state-exchanged = { tail-when }در تبادل زندانیان آزاد شد.
state-deported = { tail-when }از کشور اخراج شد.
state-pardoned = { tail-when }عفو شد.
state-acquitted = { tail-when }تبرئه شد.
state-wanted = { tail-since }تحت تعقیب است.
state-died = { tail-when }در بازداشت درگذشت.
state-unknown = وضعیت کنونی معلوم نیست.

# Follows the sentence on the custody of somebody who was not held at the time.
died-later = { tail-when }درگذشت.


## A punishment cell, which lies over the custody

punishment-shizo = { tail-since }در سلول تنبیهی (SHIZO) است.
punishment-pkt = { tail-since }در بند سلولی (PKT) است.
punishment-epkt = { tail-since }در بند سلولی متمرکز (EPKT) است.
punishment-solitary = { tail-since }در سلول انفرادی است.


## Whether one can write

write-yes = می‌توان نامه نوشت.
write-listed = فقط کسانی می‌توانند نامه بنویسند که نامشان در فهرست فرستندگان مجاز است.
write-intermediary = از راه یک واسطه می‌توان نامه نوشت.
write-agency = نامه‌ها را یک نهاد می‌رساند و فقط از بستگان می‌پذیرد.
write-no = در حال حاضر نمی‌توان نامه نوشت.


## Why no address is shown, and what one can do instead

withheld-not-held = نشانی در دسترس نیست: این فرد دیگر در بند نیست.
withheld-not-held-instead = برای کسی نامه بنویسید که هنوز در بند است و نامهٔ کمی دریافت می‌کند.

withheld-died = نشانی در دسترس نیست: این فرد درگذشته است.
withheld-died-instead = سرگذشت این فرد را برای دیگران بازگو کنید. برای کسی نامه بنویسید که هنوز در بند است.

withheld-wanted = نشانی در دسترس نیست: این فرد تحت تعقیب است و هر خبری از محل او ممکن است آسیب برساند.
withheld-wanted-instead = لطفاً برای یافتن محل این فرد کندوکاو نکنید و دربارهٔ آن حرف نزنید. پیوندهای این صفحه، اگر باشند، می‌گویند چگونه می‌توان کمک کرد.

withheld-disappeared = نشانی در دسترس نیست: معلوم نیست این فرد کجا نگهداری می‌شود.
withheld-disappeared-instead = می‌توانید دربارهٔ این ناپدیدسازی به مقام‌ها و نهادهای بین‌المللی نامه بنویسید. اگر در همان کشور زندگی می‌کنید، نخست به امنیت خودتان فکر کنید.

withheld-free-pending-trial = نشانی در دسترس نیست: این فرد تا زمان محاکمه آزاد است و ما نشانی خانه‌ها را منتشر نمی‌کنیم.
withheld-free-pending-trial-instead = پیوندهای این صفحه، اگر باشند، می‌گویند چگونه می‌توان کمک کرد.

withheld-travel-restriction = نشانی در دسترس نیست: این فرد از خروج از محل زندگی‌اش منع شده است و ما نشانی خانه‌ها را منتشر نمی‌کنیم.
withheld-travel-restriction-instead = پیوندهای این صفحه، اگر باشند، می‌گویند چگونه می‌توان کمک کرد.

withheld-house-arrest = نشانی در دسترس نیست: این فرد در حبس خانگی است. ما نشانی خانه‌ها را منتشر نمی‌کنیم و ممکن است دادگاه نامه‌نگاری را ممنوع کرده باشد.
withheld-house-arrest-instead = گاهی وکیل یا گروه پشتیبان می‌تواند چند کلمهٔ دلگرم‌کننده را برساند؛ ببینید آیا پیوندی در این صفحه هست.

withheld-in-transit = نشانی در دسترس نیست: این فرد در حال انتقال است. نامه به محل پیشین دیگر به دستش نمی‌رسد.
withheld-in-transit-instead = لطفاً صبر کنید: انتقال ممکن است هفته‌ها طول بکشد. پس از تأیید رسیدن او، نشانی اینجا خواهد آمد.

withheld-custody-unknown = نشانی در دسترس نیست: نمی‌دانیم وضعیت این فرد چیست.
withheld-custody-unknown-instead = اگر بیشتر می‌دانید، از راهی امن به گردانندگان این وب‌سایت خبر دهید.

withheld-facility-unknown = نشانی در دسترس نیست: نمی‌دانیم این فرد کجا نگهداری می‌شود.
withheld-facility-unknown-instead = اگر بیشتر می‌دانید، از راهی امن به گردانندگان این وب‌سایت خبر دهید.

withheld-facility-closed = نشانی در دسترس نیست: جایی که این فرد در آن نگهداری می‌شد تعطیل شده است.
withheld-facility-closed-instead = به نشانی قدیمی نامه ننویسید. پس از معلوم شدن و تأیید محل تازه، نشانی آن اینجا خواهد آمد.

withheld-correspondence-banned = نشانی در دسترس نیست: این فرد از نامه‌نگاری محروم شده است.
withheld-correspondence-banned-instead = نامه را تحویل نمی‌دهند و ممکن است آسیب برساند. پیوندهای این صفحه، اگر باشند، می‌گویند چگونه می‌توان به شیوه‌ای دیگر کمک کرد.

withheld-correspondence-relatives-only = نشانی در دسترس نیست: فقط بستگان می‌توانند با این فرد نامه‌نگاری کنند.
withheld-correspondence-relatives-only-instead = خود را خویشاوند جا نزنید. پیوندهای این صفحه، اگر باشند، می‌گویند چگونه می‌توان به شیوه‌ای دیگر کمک کرد.

withheld-correspondence-requests-no-mail = نشانی در دسترس نیست: این فرد خواسته است که برایش نامه ننویسند.
withheld-correspondence-requests-no-mail-instead = لطفاً نامه ننویسید و نشانی را در جای دیگر نجویید. برای کسی بنویسید که چشم‌به‌راه نامه است.

withheld-correspondence-unknown = نشانی در دسترس نیست: نمی‌دانیم آیا می‌توان برای این فرد نامه نوشت یا نه.
withheld-correspondence-unknown-instead = بعداً دوباره سر بزنید. تا آن زمان برای کسی بنویسید که می‌توان برایش نامه نوشت.

withheld-never-verified = نشانی نشان داده نمی‌شود: هنوز مطمئن نشده‌ایم که این فرد واقعاً آنجاست.
withheld-never-verified-instead = بعداً دوباره سر بزنید. تا آن زمان برای کسی بنویسید که نشانی‌اش بررسی شده است.

withheld-verification-too-old = نشانی نشان داده نمی‌شود: آخرین بررسی آن خیلی قدیمی است و شاید این فرد را جابه‌جا کرده باشند.
withheld-verification-too-old-instead = بعداً دوباره سر بزنید. تا آن زمان برای کسی بنویسید که نشانی‌اش بررسی شده است.

withheld-release-expected = نشانی نشان داده نمی‌شود: روزی که برای آزادی انتظار می‌رفت گذشته است و شاید این فرد آزاد شده باشد.
withheld-release-expected-instead = بعداً دوباره سر بزنید: منتظر تأیید هستیم.

withheld-birth-unpublished = نشانی نشان داده نمی‌شود: نامه بدون سال تولد نمی‌رسد و سال تولد را نباید منتشر کرد.
withheld-birth-unpublished-instead = اگر این صفحه به گروه پشتیبان پیوند دارد، از آن بپرسید چگونه می‌توان نامه را رساند.

withheld-address-incomplete = نشانی نشان داده نمی‌شود: ناقص است و نامه ممکن است گم شود.
withheld-address-incomplete-instead = بعداً دوباره سر بزنید. تا آن زمان برای کسی بنویسید که نشانی‌اش بررسی شده است.

withheld-unconfirmed = نشانی نشان داده نمی‌شود: تازه‌ترین خبر دربارهٔ این فرد تأیید نشده است.
withheld-unconfirmed-instead = بعداً دوباره سر بزنید: منتظر تأیید هستیم.

withheld-intermediary-without-consent = نشانی در دسترس نیست: فقط از راه واسطه می‌توان برای این فرد نوشت و واسطه با انتشار نشانی موافقت نکرده است.
withheld-intermediary-without-consent-instead = اگر این صفحه به گروه پشتیبان پیوند دارد، از آن بپرسید چگونه می‌توان نامه را رساند.

withheld-minor = نشانی، نام خانوادگی و عکس نشان داده نمی‌شوند: ما این‌گونه از کسانی محافظت می‌کنیم که در کودکی یا نوجوانی بازداشت شده‌اند.
withheld-minor-instead = لطفاً نام و نشانی را نجویید و منتشر نکنید. پیوندهای این صفحه، اگر باشند، می‌گویند چگونه می‌توان کمک کرد.

withheld-prisoner-of-war-no-agency = نشانی در دسترس نیست: نامه‌های اسیران جنگی را فقط نهادهای ویژه می‌رسانند و نمی‌دانیم اینجا کدام نهاد این کار را می‌کند.
withheld-prisoner-of-war-no-agency-instead = بستگان می‌توانند از آژانس مرکزی جست‌وجوی کمیتهٔ بین‌المللی صلیب سرخ کمک بخواهند.


## Events of the timeline and the feed

event-search = بازرسی محل
event-measure = قرار تأمین پیش از محاکمه
event-wanted = اعلام تحت تعقیب بودن
event-arrest = بازداشت
event-capture = اسارت
event-disappearance = ناپدید شدن
event-charge = تفهیم اتهام
event-hearing = جلسهٔ دادگاه
event-verdict = صدور حکم
event-appeal = تجدیدنظر
event-cassation = فرجام‌خواهی
event-transfer-start = آغاز انتقال
event-transfer-end = رسیدن پس از انتقال
event-punishment-start = آغاز تنبیه انضباطی
event-punishment-end = پایان تنبیه انضباطی
event-hunger-strike = اعتصاب غذا
event-health-alert = نگرانی از وضع سلامت
event-recognition = شناسایی از سوی مدافعان حقوق بشر
event-terror-list-add = افزودن به فهرست تروریست‌ها و افراط‌گرایان
event-terror-list-remove = حذف از فهرست تروریست‌ها و افراط‌گرایان
event-correspondence = تغییر در قواعد نامه‌نگاری
event-release = آزادی
event-exchange = آزادی در تبادل زندانیان
event-deportation = اخراج از کشور
event-pardon = عفو
event-acquittal = تبرئه
event-death = درگذشت

certainty-confirmed = تأییدشده
certainty-reported = بنا بر گزارش‌ها
certainty-uncertain = نامطمئن


## Facilities

facility-type-ivs = بازداشتگاه کوتاه‌مدت (IVS)
facility-type-sizo = بازداشتگاه موقت (SIZO)
facility-type-ik = کلنی کیفری (IK)
facility-type-kp = کلنی سکونتی (KP)
facility-type-prison = زندان
facility-type-lpu = بیمارستان زندان (LPU)
facility-type-vk = کانون نوجوانان (VK)
facility-type-psychiatric = بیمارستان روان‌پزشکی
facility-type-camp = اردوگاه
facility-type-other = محل نگهداری دیگر

channel-post = پست
channel-parcels = بسته‌های پستی


## Correspondence and the rules for letters

correspondence-open = نامه‌نگاری آزاد است
correspondence-relatives-only = نامه‌نگاری فقط با بستگان
correspondence-listed-only = نامه‌نگاری فقط با افراد فهرست
correspondence-intermediary-only = نامه‌نگاری فقط از راه واسطه
correspondence-banned = نامه‌نگاری ممنوع است
correspondence-requests-no-mail = خواسته است که نامه ننویسند
correspondence-unknown = معلوم نیست نامه‌نگاری مجاز است یا نه

rule-language = به چه زبانی بنویسیم
rule-who = چه کسی می‌تواند بنویسد
rule-enclosures = چه چیزی می‌توان همراه نامه گذاشت
rule-reply = چگونه پاسخ بگیریم
rule-write-about = از چه بنویسیم
rule-avoid = از چه ننویسیم
rule-safety = امنیت فرستنده
rule-number = چند نامه و از چه نوع

foreign-cards-yes = کارت‌های خارجی پذیرفته می‌شوند
foreign-cards-no = کارت‌های خارجی پذیرفته نمی‌شوند
foreign-cards-unknown = معلوم نیست کارت‌های خارجی پذیرفته می‌شوند یا نه



## Recognition, organisations and support

recognition-political-prisoner = زندانی سیاسی
recognition-prisoner-of-conscience = زندانی عقیدتی
recognition-arbitrary-detention = بازداشت خودسرانه شناخته شده است
recognition-award = جایزه
recognition-rehabilitation = اعادهٔ حیثیت
recognition-other = شناسایی دیگر

# $country is the country's name in the nominative.
designation-foreign-agent = { $country }: «عامل بیگانه» اعلام شده است
designation-undesirable = { $country }: «سازمان نامطلوب» اعلام شده است
designation-extremist = { $country }: «سازمان افراط‌گرا» اعلام شده است
designation-terrorist = { $country }: «سازمان تروریستی» اعلام شده است
designation-liquidated = { $country }: مقام‌ها آن را تعطیل کرده‌اند
designated-risk = { $country }: ارتباط با این سازمان، کمک مالی به آن و پیوند دادن به آن ممکن است پیگرد قضایی داشته باشد.

# What a letter can be about; within a sentence.
topic-books = کتاب
topic-poetry = شعر
topic-history = تاریخ
topic-languages = زبان‌ها
topic-philosophy = فلسفه
topic-theatre = تئاتر
topic-cinema = سینما
topic-music = موسیقی
topic-art = هنر
topic-photography = عکاسی
topic-crafts = کاردستی و صنایع دستی
topic-chess = شطرنج
topic-games = بازی و معما
topic-sport = ورزش
topic-football = فوتبال
topic-nature = طبیعت
topic-animals = جانوران
topic-gardening = باغبانی
topic-cooking = آشپزی
topic-science = دانش
topic-mathematics = ریاضیات
topic-programming = برنامه‌نویسی
topic-travel = سفر
topic-humour = طنز

support-website = وب‌سایت
support-petition = دادخواست
support-donate = کمک مالی
support-group = گروه پشتیبان
support-other = پیوند دیگر

role-recognises = زندانیان سیاسی را به رسمیت می‌شناسد
role-supports = به زندانیان کمک می‌کند
role-legal-aid = کمک حقوقی می‌کند
role-letters = در کار نامه‌نگاری است
role-monitors = موارد نقض حقوق را رصد می‌کند
role-media = دربارهٔ سرکوب گزارش می‌دهد
role-intergovernmental = نهاد بین‌دولتی
role-other = سازمان دیگر
