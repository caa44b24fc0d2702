## unreviewed
# The words that pages say by themselves. Events, places and reasons are in domain.ftl.

# The frame of a page
skip-to-content = Skip to content
languages = Language
menu = Sections of the site
to-menu = Sections
home = Home
footer-privacy = This site sets no cookies, counts no visitors and asks nothing of other sites.
pinned = This is a demonstration: it shows the site as it was on { $date }.
unreviewed = The English texts of the interface have not yet been checked by an editor who could be named here.

# People in lists
mark-yes = you can write
mark-listed = only from a list of senders
mark-wait = do not write yet
mark-no = you cannot write
people-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
by-letter = By first letter
by-month = By month

# Home
home-people = { $count ->
    [one] This site holds { $count } person.
   *[other] This site holds { $count } people.
}
home-writable = { $count ->
    [0] At present you cannot write to anybody.
   *[other] You can write to { $count } of them.
}
few-letters = They get the fewest letters
few-letters-intro = Well-known prisoners get post often. These people hardly ever do.
birthdays-soon = Birthdays this month
how-to-write = How to write a letter
step-choose = Choose a person and open their page: the address and the rules are there.
step-write = Write about yourself, the weather, a book you have read. A few lines are enough: what counts is that a letter came.
step-send = Copy the address onto the envelope line by line, and add a blank sheet, an envelope and a stamp for the answer where the rules allow it.
new-people = New names
doors = Other ways to look

# A person's page
address = Where to write
address-copy = Tap the address to select all of it.
address-verified = Address verified on { $date }.
address-verified-by = Confirmed by:
ask-after = If today is later than { $date }, ask whether it still holds before you write.
address-stale-since = Nobody has confirmed this address for a long time: the last time was { $date }. Ask before you write.
address-stale = Nobody has confirmed this address. Ask before you write.
prisoner-number = Prisoner number:
held-at = Held at:
services = A letter over the internet
services-intro = These services print letters and hand them over:
letter = Your letter
reads = Reads:
interests = Interests:
in-practice = In practice:
rule-checked = Checked on { $date }.
safety = Your own safety
safety-read = A censor reads every letter. Write as if the censor stood beside you.
safety-case = Do not discuss the criminal case, and do not ask about it.
safety-address = Give a return address and a name or a pseudonym, as the rules of the place ask.
safety-money = Put no money in the envelope.
safety-no-answer = No answer does not mean that your letter did not arrive. Write again.
story = The story
story-more = Read on
story-rest = The story continued
back-to-profile = Address and rules for letters
translator = Translated by { $name }
translation-missing = There is no translation yet; the text stands { $original }.
translation-older = The original has changed since it was translated: the latest news may be missing here.
in-short = In short
birth = Birth
also = Other spellings of the name
region = Region
articles = Articles of the charge
timeline = What happened
cases = Group cases
recognitions = Recognised by
support = Who helps
sources = Sources
photo-credit = Photograph:

# Other pages
postal-address = Postal address
facility-address-hint = A letter needs a name on its first line: the whole address is on the person's page.
channels = How letters arrive
letter-rules = Rules for letters
held-here = Held here
once-here = Once held here
about-facility = About this place
former-names = Former names
renamed = renamed: { $date }
facility-closed = This place is closed ({ $date }).
facility-successor = Instead of it:
case-people = The people of this case
about-case = About the case
alternative = It is safer to turn to:
designations = How the authorities have branded it
about-organisation = About the organisation
countries = Countries
price = Price
payment = Payment
limits = Limits
service-rules = What differs from a letter on paper
about-service = About the service
service-closed = This service is closed ({ $date }).
envelope-country = The country on the envelope, when you write from abroad:
transit = How long a letter takes
days-count = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
country-facilities = Places of detention
about-country = More

# Dates
birthdays-intro = Only people to whom one can write now, and whose birthday may be named. Post your letter early.
birthdays-none = This month has no birthday on the list.
letter-dates = Days when many write
letter-dates-intro = Many letters arrive for these days. Post yours in time.
post-by = Post by { $date }

# What is left of pages
removed = This page was removed
removed-text = There was a page here. It is no longer there.
moved = This page has moved
moved-text = It is now here:
not-found = There is no such page
not-found-text = In the address bar, delete everything after the site's name and the first slash: the start of the site will open. If you came through a mirror or a folder, delete one word at a time from the right, from slash to slash.
