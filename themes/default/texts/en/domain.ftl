## unreviewed

### The words of the field. A reviewer who has read the whole file puts
### `## reviewed: NAME` in place of the first line.
###
### $gender is male, female or other and serves grammar only.
### $since, $when and $facility are finished phrases and may be empty:
### `{ tail-since }` adds the phrase if there is one, and nothing otherwise.


## Dates in a sentence

on-day = on { $day } { $month } { $year }
in-month = in { $month } { $year }
in-year = in { $year }
since-day = since { $day } { $month } { $year }
since-month = since { $month } { $year }
since-year = since { $year }

month-in-1 = January
month-in-2 = February
month-in-3 = March
month-in-4 = April
month-in-5 = May
month-in-6 = June
month-in-7 = July
month-in-8 = August
month-in-9 = September
month-in-10 = October
month-in-11 = November
month-in-12 = December

month-of-1 = January
month-of-2 = February
month-of-3 = March
month-of-4 = April
month-of-5 = May
month-of-6 = June
month-of-7 = July
month-of-8 = August
month-of-9 = September
month-of-10 = October
month-of-11 = November
month-of-12 = December

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

custody-free-pending-trial = Free pending trial
custody-travel-restriction = Travel restriction
custody-house-arrest = House arrest
custody-pretrial = Pre-trial detention
custody-convicted-awaiting-transfer = Convicted, awaiting transfer
custody-in-transit = In transit
custody-open-settlement = Colony settlement
custody-colony = Penal colony
custody-prison = Prison
custody-compulsory-psychiatric = Compulsory psychiatric treatment
custody-compulsory-labour = Compulsory labour
custody-prisoner-of-war = Prisoner of war
custody-disappeared = Enforced disappearance
custody-released = Released
custody-exchanged = Freed in an exchange
custody-deported = Deported
custody-pardoned = Pardoned
custody-acquitted = Acquitted
custody-wanted = Wanted by the authorities
custody-died = Died in custody
custody-unknown = Situation unknown


## Custody: one sentence for the head of a profile

state-free-pending-trial = Free pending trial{ tail-since }.
state-travel-restriction = Under a travel restriction{ tail-since }.
state-house-arrest = Under house arrest{ tail-since }.
state-pretrial = In pre-trial detention{ tail-since }{ tail-facility }.
state-convicted-awaiting-transfer = Convicted and awaiting transfer{ tail-since }{ tail-facility }.
state-in-transit = In transit between prisons{ tail-since }: please do not write now.
state-open-settlement = In a colony settlement{ tail-since }{ tail-facility }.
state-colony = In a penal colony{ tail-since }{ tail-facility }.
state-prison = In prison{ tail-since }{ tail-facility }.
state-compulsory-psychiatric = In compulsory psychiatric treatment{ tail-since }{ tail-facility }.
state-compulsory-labour = Serving a sentence of compulsory labour{ tail-since }{ tail-facility }.
state-prisoner-of-war = Held as a prisoner of war{ tail-since }.
state-disappeared = Disappeared{ tail-when }: the place of detention is not known.
state-released = Released{ tail-when }.
state-exchanged = Freed in a prisoner exchange{ tail-when }.
state-deported = Deported{ tail-when }.
state-pardoned = Pardoned{ tail-when }.
state-acquitted = Acquitted{ tail-when }.
state-wanted = Wanted by the authorities{ tail-since }.
state-died = Died in custody{ tail-when }.
state-unknown = The present situation is not known.

# Follows the sentence on the custody of somebody who was not held at the time.
died-later = Died{ tail-when }.


## A punishment cell, which lies over the custody

punishment-shizo = In a punishment cell (SHIZO){ tail-since }.
punishment-pkt = In a cell-type unit (PKT){ tail-since }.
punishment-epkt = In a unified cell-type unit (EPKT){ tail-since }.
punishment-solitary = In solitary confinement{ tail-since }.


## Whether one can write

write-yes = You can write.
write-listed = Only people on a list of approved senders can write.
write-intermediary = You can write through an intermediary.
write-agency = Letters are carried by an agency, from relatives only.
write-no = You cannot write at present.


## Why no address is shown, and what one can do instead

withheld-not-held =
    { $gender ->
        [male] There is no address: he is no longer held.
        [female] There is no address: she is no longer held.
       *[other] There is no address: this person is no longer held.
    }
withheld-not-held-instead = Write to somebody who is still held and gets few letters.

withheld-died =
    { $gender ->
        [male] There is no address: he has died.
        [female] There is no address: she has died.
       *[other] There is no address: this person has died.
    }
withheld-died-instead = Tell others about this person. Write to somebody who is still held.

withheld-wanted =
    { $gender ->
        [male] There is no address: he is wanted by the authorities, and any word of where he is could do harm.
        [female] There is no address: she is wanted by the authorities, and any word of where she is could do harm.
       *[other] There is no address: this person is wanted by the authorities, and any word of their whereabouts could do harm.
    }
withheld-wanted-instead = Please do not try to find out or discuss where this person is. The links on this page, if there are any, say how to help.

withheld-disappeared =
    { $gender ->
        [male] There is no address: it is not known where he is held.
        [female] There is no address: it is not known where she is held.
       *[other] There is no address: it is not known where this person is held.
    }
withheld-disappeared-instead = You can write about the disappearance to the authorities and to international bodies. If you live in the same country, think of your own safety first.

withheld-free-pending-trial =
    { $gender ->
        [male] There is no address: he is free until the trial, and we do not publish home addresses.
        [female] There is no address: she is free until the trial, and we do not publish home addresses.
       *[other] There is no address: this person is free until the trial, and we do not publish home addresses.
    }
withheld-free-pending-trial-instead = The links on this page, if there are any, say how to help.

withheld-travel-restriction =
    { $gender ->
        [male] There is no address: he is under a travel restriction, and we do not publish home addresses.
        [female] There is no address: she is under a travel restriction, and we do not publish home addresses.
       *[other] There is no address: this person is under a travel restriction, and we do not publish home addresses.
    }
withheld-travel-restriction-instead = The links on this page, if there are any, say how to help.

withheld-house-arrest =
    { $gender ->
        [male] There is no address: he is under house arrest. We do not publish home addresses, and the court may have banned letters.
        [female] There is no address: she is under house arrest. We do not publish home addresses, and the court may have banned letters.
       *[other] There is no address: this person is under house arrest. We do not publish home addresses, and the court may have banned letters.
    }
withheld-house-arrest-instead = A lawyer or a support group can sometimes pass on kind words: see if there is a link on this page.

withheld-in-transit =
    { $gender ->
        [male] There is no address: he is being moved. A letter to the former place would no longer find him.
        [female] There is no address: she is being moved. A letter to the former place would no longer find her.
       *[other] There is no address: this person is being moved. A letter to the former place would no longer find them.
    }
withheld-in-transit-instead = Please wait: a transfer can take weeks. The address will appear here once the arrival is confirmed.

withheld-custody-unknown =
    { $gender ->
        [male] There is no address: we do not know what his situation is.
        [female] There is no address: we do not know what her situation is.
       *[other] There is no address: we do not know what this person’s situation is.
    }
withheld-custody-unknown-instead = If you know more, please tell those who run this site, in a safe way.

withheld-facility-unknown =
    { $gender ->
        [male] There is no address: we do not know where he is held.
        [female] There is no address: we do not know where she is held.
       *[other] There is no address: we do not know where this person is held.
    }
withheld-facility-unknown-instead = If you know more, please tell those who run this site, in a safe way.

withheld-facility-closed =
    { $gender ->
        [male] There is no address: the place where he was held has closed.
        [female] There is no address: the place where she was held has closed.
       *[other] There is no address: the place where this person was held has closed.
    }
withheld-facility-closed-instead = Do not write to the old address. A new one will appear here once the place is known and confirmed.

withheld-correspondence-banned =
    { $gender ->
        [male] There is no address: he has been banned from correspondence.
        [female] There is no address: she has been banned from correspondence.
       *[other] There is no address: this person has been banned from correspondence.
    }
withheld-correspondence-banned-instead = A letter would not be handed over, and it could do harm. The links on this page, if there are any, say how else to help.

withheld-correspondence-relatives-only =
    { $gender ->
        [male] There is no address: only relatives may correspond with him.
        [female] There is no address: only relatives may correspond with her.
       *[other] There is no address: only relatives may correspond with this person.
    }
withheld-correspondence-relatives-only-instead = Do not pretend to be a relative. The links on this page, if there are any, say how else to help.

withheld-correspondence-requests-no-mail =
    { $gender ->
        [male] There is no address: he asks people not to write to him.
        [female] There is no address: she asks people not to write to her.
       *[other] There is no address: this person asks people not to write.
    }
withheld-correspondence-requests-no-mail-instead = Please do not write, and do not look for an address elsewhere. Write to somebody who is waiting for letters.

withheld-correspondence-unknown =
    { $gender ->
        [male] There is no address: we do not know whether one may write to him.
        [female] There is no address: we do not know whether one may write to her.
       *[other] There is no address: we do not know whether one may write to this person.
    }
withheld-correspondence-unknown-instead = Come back later. Meanwhile, write to somebody to whom one may write.

withheld-never-verified =
    { $gender ->
        [male] The address is not shown: we have not yet made sure that he really is there.
        [female] The address is not shown: we have not yet made sure that she really is there.
       *[other] The address is not shown: we have not yet made sure that this person really is there.
    }
withheld-never-verified-instead = Come back later. Meanwhile, write to somebody whose address has been checked.

withheld-verification-too-old = The address is not shown: it was last checked too long ago, and the person may have been moved.
withheld-verification-too-old-instead = Come back later. Meanwhile, write to somebody whose address has been checked.

withheld-release-expected =
    { $gender ->
        [male] The address is not shown: the expected day of release has passed, and he may already be free.
        [female] The address is not shown: the expected day of release has passed, and she may already be free.
       *[other] The address is not shown: the expected day of release has passed, and this person may already be free.
    }
withheld-release-expected-instead = Come back later: we are waiting for confirmation.

withheld-birth-unpublished = The address is not shown: a letter does not arrive without the year of birth, and the year may not be published.
withheld-birth-unpublished-instead = Ask the support group how to pass on a letter, if this page has a link to one.

withheld-address-incomplete = The address is not shown: it is incomplete, and a letter could be lost.
withheld-address-incomplete-instead = Come back later. Meanwhile, write to somebody whose address has been checked.

withheld-unconfirmed =
    { $gender ->
        [male] The address is not shown: the latest news of him is not confirmed.
        [female] The address is not shown: the latest news of her is not confirmed.
       *[other] The address is not shown: the latest news of this person is not confirmed.
    }
withheld-unconfirmed-instead = Come back later: we are waiting for confirmation.

withheld-intermediary-without-consent =
    { $gender ->
        [male] There is no address: one can write to him only through an intermediary, who has not agreed that we publish an address.
        [female] There is no address: one can write to her only through an intermediary, who has not agreed that we publish an address.
       *[other] There is no address: one can write to this person only through an intermediary, who has not agreed that we publish an address.
    }
withheld-intermediary-without-consent-instead = Ask the support group how to pass on a letter, if this page has a link to one.

withheld-minor = The address, surname and photograph are not shown: in this way we protect people who were detained as minors.
withheld-minor-instead = Please do not look for or publish the name and address. The links on this page, if there are any, say how to help.

withheld-prisoner-of-war-no-agency = There is no address: only special agencies carry letters to prisoners of war, and we do not know which of them does so here.
withheld-prisoner-of-war-no-agency-instead = Relatives can turn to the Central Tracing Agency of the International Committee of the Red Cross.


## Events of the timeline and the feed

event-search = Search of premises
event-measure = Restriction before trial
event-wanted = Put on the wanted list
event-arrest = Arrest
event-capture = Capture
event-disappearance = Disappearance
event-charge = Charge
event-hearing = Court hearing
event-verdict = Verdict
event-appeal = Appeal
event-cassation = Cassation appeal
event-transfer-start = Departure on transfer
event-transfer-end = Arrival after transfer
event-punishment-start = Start of a disciplinary punishment
event-punishment-end = End of a disciplinary punishment
event-hunger-strike = Hunger strike
event-health-alert = Concern for health
event-recognition = Recognition by human-rights defenders
event-terror-list-add = Addition to the list of terrorists and extremists
event-terror-list-remove = Removal from the list of terrorists and extremists
event-correspondence = Change in the rules for letters
event-release = Release
event-exchange = Release in a prisoner exchange
event-deportation = Deportation
event-pardon = Pardon
event-acquittal = Acquittal
event-death = Death

certainty-confirmed = confirmed
certainty-reported = reported
certainty-uncertain = uncertain


## Facilities

facility-type-ivs = Temporary detention centre (IVS)
facility-type-sizo = Pre-trial detention centre (SIZO)
facility-type-ik = Penal colony (IK)
facility-type-kp = Colony settlement (KP)
facility-type-prison = Prison
facility-type-lpu = Prison hospital (LPU)
facility-type-vk = Juvenile colony (VK)
facility-type-psychiatric = Psychiatric hospital
facility-type-camp = Camp
facility-type-other = Other place of detention

channel-post = Post
channel-parcels = Parcels


## Correspondence and the rules for letters

correspondence-open = Letters allowed
correspondence-relatives-only = Letters from relatives only
correspondence-listed-only = Letters from listed people only
correspondence-intermediary-only = Letters through an intermediary only
correspondence-banned = Letters banned
correspondence-requests-no-mail = Asks for no letters
correspondence-unknown = Not known whether letters are allowed

rule-language = Which language to write in
rule-who = Who may write
rule-enclosures = What may be enclosed
rule-reply = How to get an answer
rule-write-about = What to write about
rule-avoid = What not to write about
rule-safety = The sender’s safety
rule-number = How many letters, and of what kind

foreign-cards-yes = Foreign cards are accepted
foreign-cards-no = Foreign cards are not accepted
foreign-cards-unknown = It is not known whether foreign cards are accepted



## Recognition, organisations and support

recognition-political-prisoner = Political prisoner
recognition-prisoner-of-conscience = Prisoner of conscience
recognition-arbitrary-detention = Detention found arbitrary
recognition-award = Award
recognition-rehabilitation = Rehabilitation
recognition-other = Other recognition

# $country is the country's name in the nominative.
designation-foreign-agent = { $country }: declared a “foreign agent”
designation-undesirable = { $country }: declared an “undesirable organisation”
designation-extremist = { $country }: declared an “extremist organisation”
designation-terrorist = { $country }: declared a “terrorist organisation”
designation-liquidated = { $country }: closed down by the authorities
designated-risk = { $country }: contact with this organisation, donations to it and links to it can be prosecuted.

# What a letter can be about; within a sentence.
topic-books = books
topic-poetry = poetry
topic-history = history
topic-languages = languages
topic-philosophy = philosophy
topic-theatre = theatre
topic-cinema = cinema
topic-music = music
topic-art = art
topic-photography = photography
topic-crafts = crafts
topic-chess = chess
topic-games = games and puzzles
topic-sport = sport
topic-football = football
topic-nature = nature
topic-animals = animals
topic-gardening = gardening
topic-cooking = cooking
topic-science = science
topic-mathematics = mathematics
topic-programming = programming
topic-travel = travel
topic-humour = humour

support-website = Website
support-petition = Petition
support-donate = Donate
support-group = Support group
support-other = Other link

role-recognises = Recognises political prisoners
role-supports = Helps prisoners
role-legal-aid = Gives legal aid
role-letters = Works on letters
role-monitors = Monitors violations of rights
role-media = Reports on persecution
role-intergovernmental = Intergovernmental body
role-other = Other organisation
