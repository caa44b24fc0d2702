## unreviewed

### The words of the field. A reviewer who has read the whole file puts
### `## reviewed: NAME` in place of the first line.
###
### $gender is male, female or other and serves grammar only.
### $since, $when and $facility are finished phrases and may be empty:
### `{ tail-since }` adds the phrase if there is one, and nothing otherwise.


## Dates in a sentence

on-day = am { $day }. { $month } { $year }
in-month = im { $month } { $year }
in-year = im Jahr { $year }
since-day = seit dem { $day }. { $month } { $year }
since-month = seit { $month } { $year }
since-year = seit { $year }

month-in-1 = Januar
month-in-2 = Februar
month-in-3 = März
month-in-4 = April
month-in-5 = Mai
month-in-6 = Juni
month-in-7 = Juli
month-in-8 = August
month-in-9 = September
month-in-10 = Oktober
month-in-11 = November
month-in-12 = Dezember

month-of-1 = Januar
month-of-2 = Februar
month-of-3 = März
month-of-4 = April
month-of-5 = Mai
month-of-6 = Juni
month-of-7 = Juli
month-of-8 = August
month-of-9 = September
month-of-10 = Oktober
month-of-11 = November
month-of-12 = Dezember

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

custody-free-pending-trial = Bis zum Prozess auf freiem Fuß
custody-travel-restriction = Darf den Wohnort nicht verlassen
custody-house-arrest = Hausarrest
custody-pretrial = Untersuchungshaft
custody-convicted-awaiting-transfer = Verurteilt, vor der Verlegung
custody-in-transit = Wird verlegt
custody-open-settlement = Ansiedlungskolonie
custody-colony = Strafkolonie
custody-prison = Gefängnis
custody-compulsory-psychiatric = Psychiatrische Zwangsbehandlung
custody-compulsory-labour = Zwangsarbeit
custody-prisoner-of-war = Kriegsgefangenschaft
custody-disappeared = Gewaltsames Verschwindenlassen
custody-released = Freigelassen
custody-exchanged = Bei einem Austausch freigekommen
custody-deported = Des Landes verwiesen
custody-pardoned = Begnadigt
custody-acquitted = Freigesprochen
custody-wanted = Von den Behörden gesucht
custody-died = In Haft gestorben
custody-unknown = Lage unbekannt


## Custody: one sentence for the head of a profile

state-free-pending-trial = Auf freiem Fuß{ tail-since }, bis zum Prozess.
state-travel-restriction = Darf{ tail-since } den Wohnort nicht verlassen.
state-house-arrest = Unter Hausarrest{ tail-since }.
state-pretrial = In Untersuchungshaft{ tail-since }{ tail-facility }.
state-convicted-awaiting-transfer = Verurteilt, wartet{ tail-since } auf die Verlegung{ tail-facility }.
state-in-transit = Wird{ tail-since } in eine andere Haftanstalt verlegt: Bitte schreiben Sie jetzt nicht.
state-open-settlement = In einer Ansiedlungskolonie{ tail-since }{ tail-facility }.
state-colony = In einer Strafkolonie{ tail-since }{ tail-facility }.
state-prison = Im Gefängnis{ tail-since }{ tail-facility }.
state-compulsory-psychiatric = In psychiatrischer Zwangsbehandlung{ tail-since }{ tail-facility }.
state-compulsory-labour = Verbüßt{ tail-since } eine Strafe mit Zwangsarbeit{ tail-facility }.
state-prisoner-of-war = In Kriegsgefangenschaft{ tail-since }.
state-disappeared = Verschwunden{ tail-when }: Der Haftort ist nicht bekannt.
state-released = Freigelassen{ tail-when }.
state-exchanged = Freigekommen bei einem Gefangenenaustausch{ tail-when }.
state-deported = Des Landes verwiesen{ tail-when }.
state-pardoned = Begnadigt{ tail-when }.
state-acquitted = Freigesprochen{ tail-when }.
state-wanted = Wird{ tail-since } von den Behörden gesucht.
state-died = In Haft gestorben{ tail-when }.
state-unknown = Die jetzige Lage ist nicht bekannt.

# Follows the sentence on the custody of somebody who was not held at the time.
died-later = Gestorben{ tail-when }.


## A punishment cell, which lies over the custody

punishment-shizo = Im Strafisolator (SchISO){ tail-since }.
punishment-pkt = Im Strafzellentrakt (PKT){ tail-since }.
punishment-epkt = Im zentralen Strafzellentrakt (EPKT){ tail-since }.
punishment-solitary = In Einzelhaft{ tail-since }.


## Whether one can write

write-yes = Sie können schreiben.
write-listed = Schreiben kann nur, wer auf einer Liste genehmigter Kontakte steht.
write-intermediary = Sie können über eine Mittelsperson schreiben.
write-agency = Briefe werden von einer Organisation übermittelt, und nur Briefe von Angehörigen.
write-no = Sie können zurzeit nicht schreiben.


## Why no address is shown, and what one can do instead

withheld-not-held =
    { $gender ->
        [male] Er ist nicht mehr in Haft, deshalb gibt es keine Anschrift.
        [female] Sie ist nicht mehr in Haft, deshalb gibt es keine Anschrift.
       *[other] Diese Person ist nicht mehr in Haft, deshalb gibt es keine Anschrift.
    }
withheld-not-held-instead = Schreiben Sie einem Menschen, der noch in Haft ist und wenige Briefe bekommt.

withheld-died =
    { $gender ->
        [male] Er ist gestorben. Es gibt keine Anschrift.
        [female] Sie ist gestorben. Es gibt keine Anschrift.
       *[other] Diese Person ist gestorben. Es gibt keine Anschrift.
    }
withheld-died-instead = Erzählen Sie anderen von dieser Person. Schreiben Sie einem Menschen, der noch in Haft ist.

withheld-wanted =
    { $gender ->
        [male] Er wird von den Behörden gesucht, deshalb gibt es keine Anschrift: Jeder Hinweis auf seinen Aufenthaltsort könnte schaden.
        [female] Sie wird von den Behörden gesucht, deshalb gibt es keine Anschrift: Jeder Hinweis auf ihren Aufenthaltsort könnte schaden.
       *[other] Diese Person wird von den Behörden gesucht, deshalb gibt es keine Anschrift: Jeder Hinweis auf ihren Aufenthaltsort könnte schaden.
    }
withheld-wanted-instead = Bitte versuchen Sie nicht herauszufinden, wo diese Person ist, und sprechen Sie nicht darüber. Wie Sie helfen können, erfahren Sie über die Links auf dieser Seite, falls es welche gibt.

withheld-disappeared =
    { $gender ->
        [male] Es ist nicht bekannt, wo er festgehalten wird, deshalb gibt es keine Anschrift.
        [female] Es ist nicht bekannt, wo sie festgehalten wird, deshalb gibt es keine Anschrift.
       *[other] Es ist nicht bekannt, wo diese Person festgehalten wird, deshalb gibt es keine Anschrift.
    }
withheld-disappeared-instead = Wegen des Verschwindens können Sie an die Behörden und an internationale Organisationen schreiben. Wenn Sie im selben Land leben, denken Sie zuerst an Ihre eigene Sicherheit.

withheld-free-pending-trial =
    { $gender ->
        [male] Er ist bis zum Prozess auf freiem Fuß, und Privatanschriften veröffentlichen wir nicht. Deshalb gibt es keine Anschrift.
        [female] Sie ist bis zum Prozess auf freiem Fuß, und Privatanschriften veröffentlichen wir nicht. Deshalb gibt es keine Anschrift.
       *[other] Diese Person ist bis zum Prozess auf freiem Fuß, und Privatanschriften veröffentlichen wir nicht. Deshalb gibt es keine Anschrift.
    }
withheld-free-pending-trial-instead = Wie Sie helfen können, erfahren Sie über die Links auf dieser Seite, falls es welche gibt.

withheld-travel-restriction =
    { $gender ->
        [male] Er darf seinen Wohnort nicht verlassen, und Privatanschriften veröffentlichen wir nicht. Deshalb gibt es keine Anschrift.
        [female] Sie darf ihren Wohnort nicht verlassen, und Privatanschriften veröffentlichen wir nicht. Deshalb gibt es keine Anschrift.
       *[other] Diese Person darf ihren Wohnort nicht verlassen, und Privatanschriften veröffentlichen wir nicht. Deshalb gibt es keine Anschrift.
    }
withheld-travel-restriction-instead = Wie Sie helfen können, erfahren Sie über die Links auf dieser Seite, falls es welche gibt.

withheld-house-arrest =
    { $gender ->
        [male] Er steht unter Hausarrest, deshalb gibt es keine Anschrift. Privatanschriften veröffentlichen wir nicht, und vielleicht hat das Gericht Briefe verboten.
        [female] Sie steht unter Hausarrest, deshalb gibt es keine Anschrift. Privatanschriften veröffentlichen wir nicht, und vielleicht hat das Gericht Briefe verboten.
       *[other] Diese Person steht unter Hausarrest, deshalb gibt es keine Anschrift. Privatanschriften veröffentlichen wir nicht, und vielleicht hat das Gericht Briefe verboten.
    }
withheld-house-arrest-instead = Manchmal können die Verteidigung oder eine Unterstützungsgruppe gute Worte weitergeben: Sehen Sie nach, ob es auf dieser Seite einen Link gibt.

withheld-in-transit =
    { $gender ->
        [male] Er wird gerade verlegt, deshalb gibt es keine Anschrift. Ein Brief an den bisherigen Ort würde ihn nicht mehr erreichen.
        [female] Sie wird gerade verlegt, deshalb gibt es keine Anschrift. Ein Brief an den bisherigen Ort würde sie nicht mehr erreichen.
       *[other] Diese Person wird gerade verlegt, deshalb gibt es keine Anschrift. Ein Brief an den bisherigen Ort würde sie nicht mehr erreichen.
    }
withheld-in-transit-instead = Bitte warten Sie: Eine Verlegung kann Wochen dauern. Die Anschrift erscheint hier, sobald die Ankunft bestätigt ist.

withheld-custody-unknown =
    { $gender ->
        [male] Wir wissen nicht, in welcher Lage er ist, deshalb gibt es keine Anschrift.
        [female] Wir wissen nicht, in welcher Lage sie ist, deshalb gibt es keine Anschrift.
       *[other] Wir wissen nicht, in welcher Lage diese Person ist, deshalb gibt es keine Anschrift.
    }
withheld-custody-unknown-instead = Wenn Sie mehr wissen, teilen Sie es bitte auf sicherem Weg denen mit, die diese Website machen.

withheld-facility-unknown =
    { $gender ->
        [male] Wir wissen nicht, wo er festgehalten wird, deshalb gibt es keine Anschrift.
        [female] Wir wissen nicht, wo sie festgehalten wird, deshalb gibt es keine Anschrift.
       *[other] Wir wissen nicht, wo diese Person festgehalten wird, deshalb gibt es keine Anschrift.
    }
withheld-facility-unknown-instead = Wenn Sie mehr wissen, teilen Sie es bitte auf sicherem Weg denen mit, die diese Website machen.

withheld-facility-closed =
    { $gender ->
        [male] Der Ort, an dem er festgehalten wurde, ist geschlossen, deshalb gibt es keine Anschrift.
        [female] Der Ort, an dem sie festgehalten wurde, ist geschlossen, deshalb gibt es keine Anschrift.
       *[other] Der Ort, an dem diese Person festgehalten wurde, ist geschlossen, deshalb gibt es keine Anschrift.
    }
withheld-facility-closed-instead = Schreiben Sie nicht an die alte Anschrift. Eine neue erscheint hier, sobald der Ort bekannt und bestätigt ist.

withheld-correspondence-banned =
    { $gender ->
        [male] Ihm wurde der Briefwechsel verboten, deshalb gibt es keine Anschrift.
        [female] Ihr wurde der Briefwechsel verboten, deshalb gibt es keine Anschrift.
       *[other] Dieser Person wurde der Briefwechsel verboten, deshalb gibt es keine Anschrift.
    }
withheld-correspondence-banned-instead = Ein Brief würde nicht ausgehändigt und könnte schaden. Wie Sie auf andere Weise helfen können, erfahren Sie über die Links auf dieser Seite, falls es welche gibt.

withheld-correspondence-relatives-only =
    { $gender ->
        [male] Nur Angehörige dürfen mit ihm Briefe wechseln, deshalb gibt es keine Anschrift.
        [female] Nur Angehörige dürfen mit ihr Briefe wechseln, deshalb gibt es keine Anschrift.
       *[other] Nur Angehörige dürfen mit dieser Person Briefe wechseln, deshalb gibt es keine Anschrift.
    }
withheld-correspondence-relatives-only-instead = Geben Sie nicht vor, zur Familie zu gehören. Wie Sie auf andere Weise helfen können, erfahren Sie über die Links auf dieser Seite, falls es welche gibt.

withheld-correspondence-requests-no-mail =
    { $gender ->
        [male] Er bittet darum, ihm nicht zu schreiben, deshalb gibt es keine Anschrift.
        [female] Sie bittet darum, ihr nicht zu schreiben, deshalb gibt es keine Anschrift.
       *[other] Diese Person bittet darum, ihr nicht zu schreiben, deshalb gibt es keine Anschrift.
    }
withheld-correspondence-requests-no-mail-instead = Bitte schreiben Sie nicht, und suchen Sie auch nicht anderswo nach einer Anschrift. Schreiben Sie einem Menschen, der auf Briefe wartet.

withheld-correspondence-unknown =
    { $gender ->
        [male] Wir wissen nicht, ob man ihm schreiben darf, deshalb gibt es keine Anschrift.
        [female] Wir wissen nicht, ob man ihr schreiben darf, deshalb gibt es keine Anschrift.
       *[other] Wir wissen nicht, ob man dieser Person schreiben darf, deshalb gibt es keine Anschrift.
    }
withheld-correspondence-unknown-instead = Kommen Sie später wieder. Schreiben Sie inzwischen einem Menschen, dem man schreiben darf.

withheld-never-verified =
    { $gender ->
        [male] Wir haben noch keine Gewissheit, dass er wirklich dort ist, deshalb zeigen wir die Anschrift nicht.
        [female] Wir haben noch keine Gewissheit, dass sie wirklich dort ist, deshalb zeigen wir die Anschrift nicht.
       *[other] Wir haben noch keine Gewissheit, dass diese Person wirklich dort ist, deshalb zeigen wir die Anschrift nicht.
    }
withheld-never-verified-instead = Kommen Sie später wieder. Schreiben Sie inzwischen einem Menschen, dessen Anschrift geprüft ist.

withheld-verification-too-old = Die Anschrift wird nicht gezeigt: Die letzte Prüfung liegt zu lange zurück, und die Person ist vielleicht verlegt worden.
withheld-verification-too-old-instead = Kommen Sie später wieder. Schreiben Sie inzwischen einem Menschen, dessen Anschrift geprüft ist.

withheld-release-expected =
    { $gender ->
        [male] Der Tag, an dem er freikommen sollte, ist vorbei, und vielleicht ist er schon frei; deshalb zeigen wir die Anschrift nicht.
        [female] Der Tag, an dem sie freikommen sollte, ist vorbei, und vielleicht ist sie schon frei; deshalb zeigen wir die Anschrift nicht.
       *[other] Der Tag, an dem diese Person freikommen sollte, ist vorbei, und vielleicht ist sie schon frei; deshalb zeigen wir die Anschrift nicht.
    }
withheld-release-expected-instead = Kommen Sie später wieder: Wir warten auf eine Bestätigung.

withheld-birth-unpublished = Die Anschrift wird nicht gezeigt: Ohne das Geburtsjahr kommt ein Brief nicht an, und das Geburtsjahr darf nicht veröffentlicht werden.
withheld-birth-unpublished-instead = Fragen Sie die Unterstützungsgruppe, wie sich ein Brief übermitteln lässt, falls es auf dieser Seite einen Link zu ihr gibt.

withheld-address-incomplete = Die Anschrift wird nicht gezeigt: Sie ist unvollständig, und ein Brief könnte verloren gehen.
withheld-address-incomplete-instead = Kommen Sie später wieder. Schreiben Sie inzwischen einem Menschen, dessen Anschrift geprüft ist.

withheld-unconfirmed =
    { $gender ->
        [male] Die neuesten Nachrichten über ihn sind nicht bestätigt, deshalb zeigen wir die Anschrift nicht.
        [female] Die neuesten Nachrichten über sie sind nicht bestätigt, deshalb zeigen wir die Anschrift nicht.
       *[other] Die neuesten Nachrichten über diese Person sind nicht bestätigt, deshalb zeigen wir die Anschrift nicht.
    }
withheld-unconfirmed-instead = Kommen Sie später wieder: Wir warten auf eine Bestätigung.

withheld-intermediary-without-consent =
    { $gender ->
        [male] Man kann ihm nur über eine Mittelsperson schreiben, und diese hat nicht zugestimmt, dass wir eine Anschrift veröffentlichen. Deshalb gibt es hier keine.
        [female] Man kann ihr nur über eine Mittelsperson schreiben, und diese hat nicht zugestimmt, dass wir eine Anschrift veröffentlichen. Deshalb gibt es hier keine.
       *[other] Man kann dieser Person nur über eine Mittelsperson schreiben, und diese hat nicht zugestimmt, dass wir eine Anschrift veröffentlichen. Deshalb gibt es hier keine.
    }
withheld-intermediary-without-consent-instead = Fragen Sie die Unterstützungsgruppe, wie sich ein Brief übermitteln lässt, falls es auf dieser Seite einen Link zu ihr gibt.

withheld-minor = Anschrift, Nachname und Foto werden nicht gezeigt: So schützen wir Menschen, die als Minderjährige inhaftiert wurden.
withheld-minor-instead = Bitte suchen Sie nicht nach Namen und Anschrift, und veröffentlichen Sie sie nicht. Wie Sie helfen können, erfahren Sie über die Links auf dieser Seite, falls es welche gibt.

withheld-prisoner-of-war-no-agency = Es gibt keine Anschrift: Briefe an Kriegsgefangene übermitteln nur besondere Organisationen, und wir wissen nicht, welche von ihnen es hier tut.
withheld-prisoner-of-war-no-agency-instead = Angehörige können sich an den Zentralen Suchdienst des Internationalen Komitees vom Roten Kreuz wenden.


## Events of the timeline and the feed

event-search = Durchsuchung
event-measure = Einschränkung der Freiheit bis zum Prozess
event-wanted = Zur Fahndung ausgeschrieben
event-arrest = Verhaftung
event-capture = Gefangennahme
event-disappearance = Verschwinden
event-charge = Anklage
event-hearing = Gerichtsverhandlung
event-verdict = Urteil
event-appeal = Berufung
event-cassation = Kassation
event-transfer-start = Beginn der Verlegung
event-transfer-end = Ankunft nach der Verlegung
event-punishment-start = Beginn einer Disziplinarstrafe
event-punishment-end = Ende einer Disziplinarstrafe
event-hunger-strike = Hungerstreik
event-health-alert = Sorge um die Gesundheit
event-recognition = Anerkennung durch Menschenrechtsorganisationen
event-terror-list-add = Aufnahme in die Liste der Terroristen und Extremisten
event-terror-list-remove = Streichung von der Liste der Terroristen und Extremisten
event-correspondence = Änderung der Regeln für Briefe
event-release = Freilassung
event-exchange = Freilassung bei einem Gefangenenaustausch
event-deportation = Ausweisung aus dem Land
event-pardon = Begnadigung
event-acquittal = Freispruch
event-death = Tod

certainty-confirmed = bestätigt
certainty-reported = laut Berichten
certainty-uncertain = unsicher


## Facilities

facility-type-ivs = Polizeigewahrsam (IWS)
facility-type-sizo = Untersuchungsgefängnis (SISO)
facility-type-ik = Strafkolonie (IK)
facility-type-kp = Ansiedlungskolonie (KP)
facility-type-prison = Gefängnis
facility-type-lpu = Gefängniskrankenhaus (LPU)
facility-type-vk = Jugendstrafkolonie (WK)
facility-type-psychiatric = Psychiatrische Klinik
facility-type-camp = Lager
facility-type-other = Anderer Haftort

channel-post = Post
channel-parcels = Pakete


## Correspondence and the rules for letters

correspondence-open = Briefe erlaubt
correspondence-relatives-only = Briefe nur von Angehörigen
correspondence-listed-only = Briefe nur von Menschen auf einer Liste
correspondence-intermediary-only = Briefe nur über eine Mittelsperson
correspondence-banned = Briefe verboten
correspondence-requests-no-mail = Bitte, nicht zu schreiben
correspondence-unknown = Nicht bekannt, ob Briefe erlaubt sind

rule-language = In welcher Sprache Sie schreiben
rule-who = Wer schreiben darf
rule-enclosures = Was Sie beilegen dürfen
rule-reply = Wie Sie eine Antwort bekommen
rule-write-about = Worüber Sie schreiben können
rule-avoid = Worüber Sie bitte nicht schreiben
rule-safety = Ihre Sicherheit beim Schreiben
rule-number = Wie viele und welche Briefe

foreign-cards-yes = Ausländische Karten werden angenommen
foreign-cards-no = Ausländische Karten werden nicht angenommen
foreign-cards-unknown = Es ist nicht bekannt, ob ausländische Karten angenommen werden



## Recognition, organisations and support

recognition-political-prisoner =
    { $gender ->
        [male] Politischer Gefangener
        [female] Politische Gefangene
       *[other] Politisch inhaftiert
    }
recognition-prisoner-of-conscience =
    { $gender ->
        [male] Gewissensgefangener
        [female] Gewissensgefangene
       *[other] Aus Gewissensgründen inhaftiert
    }
recognition-arbitrary-detention = Haft als willkürlich eingestuft
recognition-award = Auszeichnung
recognition-rehabilitation = Rehabilitierung
recognition-other = Andere Anerkennung

# $country is the country's name in the nominative.
designation-foreign-agent = { $country }: zum „ausländischen Agenten“ erklärt
designation-undesirable = { $country }: zur „unerwünschten Organisation“ erklärt
designation-extremist = { $country }: zur „extremistischen Organisation“ erklärt
designation-terrorist = { $country }: zur „terroristischen Organisation“ erklärt
designation-liquidated = { $country }: von den Behörden aufgelöst
designated-risk = { $country }: Kontakt zu dieser Organisation, Spenden an sie und Links zu ihr können strafrechtlich verfolgt werden.

# Worüber ein Brief sein kann; mitten im Satz.
topic-books = Bücher
topic-poetry = Gedichte
topic-history = Geschichte
topic-languages = Sprachen
topic-philosophy = Philosophie
topic-theatre = Theater
topic-cinema = Kino
topic-music = Musik
topic-art = Kunst
topic-photography = Fotografie
topic-crafts = Handarbeit und Handwerk
topic-chess = Schach
topic-games = Spiele und Rätsel
topic-sport = Sport
topic-football = Fußball
topic-nature = Natur
topic-animals = Tiere
topic-gardening = Gärtnern
topic-cooking = Kochen
topic-science = Wissenschaft
topic-mathematics = Mathematik
topic-programming = Programmieren
topic-travel = Reisen
topic-humour = Humor

support-website = Website
support-petition = Petition
support-donate = Spenden
support-group = Unterstützungsgruppe
support-other = Anderer Link

role-recognises = Erkennt politische Gefangene an
role-supports = Hilft Gefangenen
role-legal-aid = Bietet rechtlichen Beistand
role-letters = Kümmert sich um Briefe
role-monitors = Beobachtet Rechtsverletzungen
role-media = Berichtet über Verfolgung
role-intergovernmental = Zwischenstaatliche Organisation
role-other = Andere Organisation
