## unreviewed
# The words that pages say by themselves. Events, places and reasons are in domain.ftl.

# The frame of a page
skip-to-content = Skip to content
leave = Leave quickly
languages = Language
menu = Sections of the site
to-menu = Sections
home = Home
footer-privacy = This site sets no cookies, counts no visitors and asks nothing of other sites.
footer-privacy-keep = This site sets no cookies and counts no visitors. Until you press the button, it asks nothing of other sites.
pinned = A demonstration: the site as it was on { $date }.
unreviewed = The English texts of the interface have not yet been checked by an editor.
comma = ,
ref = [{ $number }]

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
choose = Find somebody to write to
birthdays-soon = Birthdays this month
how-to-write = How to write a letter
step-choose = Choose a person and open their page: the address and the rules are there.
step-write = Write about yourself, the weather, a book you have read. A few lines are enough: what counts is that a letter came.
step-send = Copy the address onto the envelope line by line, and add a blank sheet, an envelope and a stamp for the answer where the rules allow it.
new-people = New names
by-name = Find by name
by-name-released = Free, or no longer alive, by name
doors = Other ways to look

# A person's page
address = Where to write
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
single-copy = This page was sent by itself. Things may have changed since: look for its newest copy on the site.
translator = Translated by { $name }
translation-missing = There is no translation yet; the text stands { $original }.
translation-older = The original has changed since it was translated: the latest news may be missing here.
in-short = In short
birth = Birth
also = Other spellings of the name
region = Region
articles = Articles of the charge
timeline = What happened
timeline-more = All events and sources
cases = Group cases
recognitions = Recognised by
support = Who helps
sources = Sources
photo-credit = Photograph:

# On paper
sheet-link = Print, copy or send on
sheet-print = Printed, this page is one sheet of paper: the address to cut out and the rules for the letter.
sheet-print-go = Print
sheet-copy = Copy the address
sheet-share = Send on
sheet-take = Copy the text
sheet-copied = Copied.
sheet-selected = This browser does not let the page copy. The text is selected: copy it yourself.
sheet-label = Address to cut out
sheet-story = The whole story is on the site “{ $site }”:
sheet-send = To send on in a messenger
envelopes = Print on an envelope
envelope-print = Print at 100 %, without margins and without headers, on an envelope of this size. Your own address belongs on the lines at the top left.
envelope-sheet = Rules for the letter
labels = Labels
labels-link = Print labels for envelopes
labels-print = For sheets of A4 with 3 × 8 labels of 70 × 37 mm. Print at 100 %, without margins and without headers. In the corner of each label stands the day on which its address was verified.
labels-count = { $count ->
    [one] { $count } label
   *[other] { $count } labels
}
labels-left-out = First read how
labels-left-out-about = There are no labels for these people: not everybody may write to them, or letters go through somebody else, or the address has to be asked about first, or it is too long.

# Other pages
postal-address = Postal address
facility-address-hint = A letter needs a name on its first line: the whole address is on the person's page.
channels = How letters arrive
letter-rules = Rules for letters
held-here = Held here
once-here = Once held here
others-here = Others are in the list:
about-facility = About this place
former-names = Former names
renamed = (renamed: { $date })
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
for-calendars = Put these days into your calendar (.ics)
post-by = Post by { $date }

# What is left of pages
removed = This page was removed
removed-text = There was a page here. It is no longer there.
moved = This page has moved
moved-text = It is now here:
not-found = There is no such page
not-found-text = In the address bar, delete everything after the site's name and the first slash: the start of the site will open. If you came through a mirror or a folder, delete one word at a time from the right, from slash to slash.

# Is a copy genuine
verify-link = Is this copy genuine?
verify = Is this copy genuine?
verify-intro = Anybody can copy this site, and anybody can change a copy: another address, another account for donations. A browser cannot see that. The editors sign every release, so with their key you can check any copy, whoever hosts it.
verify-key-elsewhere = A key that you read on the copy itself proves nothing: whoever changes the pages changes the key too. Take it from a leaflet, a book, a friend, an older copy, and compare it.
no-script = This needs scripts. Here they are switched off, or have not arrived.
check-here = Check files in this browser
check-limits = This page checks files that you give it. It sends nothing anywhere and also works saved as one file, without a network. But a fake mirror can serve a fake page that says “genuine” to everything: use a copy of this page from elsewhere, or do without it.
check-key = Key that came to you another way: fingerprint of the root keys (64 digits and letters) or a release key (begins with RW)
check-files = Files saved from the copy
check-about = release.txt, release.txt.minisig and SHA256SUMS; with a fingerprint also all files of keys/; and the pages that you want to check, saved as they came (“HTML only”).
check-go = Check
check-anew = Choose anew
check-picked = Files chosen: { $count }; the next ones are added.
check-need-key = That is neither such a fingerprint nor such a key.
check-need-release = Give the files release.txt and release.txt.minisig too.
check-signed = The signature is genuine. Release { $sequence } of the site { $site }, made on { $created }, signed with key { $key }.
check-fresh = It is in force until { $expires }; the clock of this device says { $now }.
check-stale = It expired on { $expires }; the clock of this device says { $now }. The copy is old, or the clock is wrong: look at other mirrors.
check-one-key = You gave a release key. When the editors replace or revoke it, this check does not learn of it; the fingerprint of the root keys would.
check-old-keys = The list of keys expired on { $expires }: look for a newer copy.
check-genuine = { $name }: a genuine file, { $path }
check-changed-file = { $name } was changed, or saved in another form than it came.
check-renamed = { $name }: a genuine file under another name, { $path }
check-unreadable = { $name } could not be read; choose it again.
check-archive = { $name } is not checked here: unpack the archive and check what is in it.
check-compare = Compare each path with the address that you saved the file from. A host can show a genuine page in place of another one.
check-stranger = { $name } does not belong to this release.
check-need-sums = No page was checked yet: give the SHA256SUMS of this release and the pages.
check-rest = Only the files named here were checked. This does not show whether there is a newer release.
check-refused = Do not trust this copy.
check-some-bad = { $count } of { $files } files are not genuine. Do not trust this copy.
check-unfinished = The check could not be carried through.
check-document = { $name } is damaged, or is not what its name says.
check-other-key = It is signed with key { $key }, which is not the one that you trust.
check-changed = The signature with key { $key } is for another text: the file or its signature was changed.
check-revoked = It is signed with key { $key }, which the editors have revoked.
check-outside-window = Key { $key } may not sign releases of that date.
check-other-roots = No file of keys/ has the root keys of this fingerprint.
check-too-few = The list of keys { $set } has too few signatures by root keys.
check-other-set = The release names the list of keys { $set }, which does not follow from this fingerprint.
check-other-site = It is the release of another site: { $site }
by-hand = Check by hand
by-hand-intro = This needs two programs that nobody here wrote: minisign and sha256sum. Save these files into one folder, those of keys/ into a folder keys:
by-hand-signature = The signature. Instead of KEY type the release key that you trust. The answer must begin with “Signature and comment signature verified”.
by-hand-sums = The list of files. Both checksums that the second command prints must stand in release.txt, in the lines files: and mirrors:
by-hand-files = The files, in the folder of a whole copy: every line must end with OK.
by-hand-some = If you have only some of the pages, add
by-hand-read = Read release.txt: is it this site, is the date in the line expires: still ahead, and is sequence: not lower than you saw before?
by-root = If you have the fingerprint of the root keys
by-root-fingerprint = This must print the fingerprint:
by-root-signatures = At least two of these must be genuine, each with another one of the three keys that stand after root: in the file. Instead of ROOT type the key to which the signature belongs; minisign names it when it does not fit.
by-root-release = After release: stand the keys that may sign releases, with their first and last days. Use one as KEY above, but none whose number stands after revoked:. After the date in expires: none counts.
by-older-root = If your fingerprint is an older one
by-older-root-find = The first command then prints something else. Look which file has your fingerprint:
by-older-root-steps = Begin with that file: two of its own root keys must have signed it. Then go from file to file up to the newest. In each, two root keys of the file before it must have signed, and two of its own.
by-root-own = { $set }, with keys from the same file:
by-root-before = with keys from { $before }:
site-keys = The keys of this site
site-keys-intro = To compare with what you have. Whoever makes leaflets takes them from the editors, not from here.
root-fingerprint = Fingerprint of the root keys
root-fingerprint-about = It stays the same when the editors replace a release key. Leaflets carry it.
root-fingerprint-qr = QR code of the fingerprint
release-keys = Keys that sign releases
release-key-window = Key { $key }, for releases from { $from } to { $until }
release-key-qr = QR code of the key { $key }
no-check = What no check can show
no-check-page = That this page is honest. It came from the same copy.
no-check-newest = That there is no newer release. Compare the dates in release.txt on several mirrors.
no-check-others = That pages are genuine which you did not check.

# Mirrors
mirrors = Copies of this site
mirrors-intro = If one address is blocked, another one works. All copies are the same; none is the main one.
mirrors-check = Copies are kept not by those who write this site but by others; they could have changed something.
mirrors-none = There is no public list at the moment.
mirrors-sent-here = If you asked for another page and see this one: neither this host nor the others answered with a genuine page. Try one of these addresses yourself.
mirror-since = since { $date }
whole-site = The whole site in one file
whole-site-intro = To pass it on or to read it without a network. These files are not in every copy; if a link leads nowhere, try another copy.
become-mirror = Keep a copy for others
become-mirror-intro = Any place for files will do: a web host, a bucket of a cloud, a computer at home. You need not ask anybody or set anything up. Copy with one of these, and check what you have:
become-mirror-wget = from any copy:
become-mirror-address = ADDRESS
become-mirror-zip = site.zip: unpack it and upload what is in the folder
become-mirror-torrent = site.torrent: any BitTorrent program fetches the archive and passes it on
become-mirror-ipfs = site.car: import it into an IPFS node (ipfs dag import) and pin it
become-mirror-risk = A public mirror shows who pays for it. Think first about who might ask you, and where you are.

# Files that no page shows
files = Other files
files-intro = Pages do not lead to these, or not always. The list is here so that programs which follow links copy the whole site.

# A copy on the device
keep = Keep a copy on this device
keep-intro = This browser can keep the whole site. Then it opens without a network, and when this address is blocked or its pages are changed, the browser takes genuine ones from other mirrors.
keep-before = Before you do
keep-before-size = It is a download. The first button asks how large, and keeps nothing.
keep-before-searched = Whoever searches this device finds that you keep this site: in the browser's storage, with every page. If that is dangerous, do not do it.
keep-before-mirror = The script that checks the pages comes from this mirror too. A dishonest mirror could replace it by one that lets everything through. Check first, from outside of the copy:
keep-before-requests = To look for news and for pages that are missing, the browser then asks the mirrors of the public list. They see your IP address, as this one does.

keep-not-here = It does not work here: it needs an address with https: and a folder of its own. Use site.zip, or an https: mirror.
keep-ask = How large is it?
keep-go = Keep it
keep-size = About { $megabytes } MB in { $files } files.
keep-silent = There is no answer. Without a network, or while this address is blocked, the size cannot be asked for.
keep-unsigned = This copy has no release.txt that can be read: it is not a release, and cannot be kept.
keep-working = Kept: { $done } of { $files }
keep-stopped = The download has stopped at { $done } of { $files }. What has come stays; press the button again to go on.
keep-kept = Kept: release { $sequence } of { $created }, in force until { $expires }.
keep-mirrors = Mirrors this browser can use: { $usable }; unusable or silent: { $unusable }.
keep-liars = These sent something that is not a genuine release: { $addresses }
keep-older = The mirrors offer an earlier release than the one that is kept. It was refused.
keep-refused = What this address offers as a release is not genuine. Nothing of it was taken.
keep-twin = There are two different releases with the number { $sequence }, both with a valid signature. The key of the editors may be stolen. Nothing was taken; tell the editors.
keep-unbelieved = What is kept here was changed or is damaged, so it is not shown. Keep the site anew, or forget everything.
keep-full = The browser has no room left for all files. Make room on the device and try again.
keep-failed = Not everything could be fetched and found genuine. What was kept before stays; try again later.
keep-forget-heading = Forget it
keep-forget-about = Removes every kept page and the script that checks the pages. The history and the cache of the browser stay: clear them yourself. Close other tabs with this site first.
keep-forget = Forget everything
keep-forgotten = Everything was removed.
keep-left = Not everything could be removed. Close all tabs with this site and clear its data in the settings of the browser.

search = Search for a person
search-label = A name, or a place of detention
search-about = In any script and spelling: Solzhenitsyn, Soljenitsyne and Solschenizyn find the same person. Several words in any order; small slips are forgiven.
search-privacy = Your words are neither sent nor stored. The browser asks this site for parts of a list of names: from that, whoever watches the connection can guess the first letters.
search-without = Without them, look in the lists below.
search-short = Type at least two letters.
search-working = Looking…
search-found = Found: { $count }
search-many = Shown: { $count }, and there may be more. Add letters or another word.
search-none = Nobody was found. Try another spelling or fewer words, or look in the lists below.
search-failed = A part of the list of names has not come, so somebody may be missing here. Try again, or look in the lists below.
search-lists = In the lists
